import type { RepositoryId } from '../../domain/repository';

/** Storage keys allow letters, digits and `: . _ - #`, so a path's slashes become `#`. */
const of = (id: RepositoryId): string => id.replaceAll('/', '#');

export const evidenceKeys = {
  projectKeys: () => 'project-keys',
  header: (id: RepositoryId) => `repository:${of(id)}`,
  commits: (id: RepositoryId, segment: number) => `commits:${of(id)}:${segment}`,
  pullRequests: (id: RepositoryId, bucket: number) => `pull-requests:${of(id)}:${bucket}`,
  deployments: (id: RepositoryId) => `deployments:${of(id)}`,
  checks: (id: RepositoryId) => `checks:${of(id)}`,
  index: (id: RepositoryId) => `index:${of(id)}`,
  associations: (id: RepositoryId) => `associations:${of(id)}`,
  status: (projectKey: string, shard: number) => `status:${projectKey}:${shard}`,
};
