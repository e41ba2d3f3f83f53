import type { RepositoryId } from '../../domain/repository';

/** Storage keys allow letters, digits and `: . _ - #`, so a path's slashes become `#`. */
const of = (id: RepositoryId): string => id.replaceAll('/', '#');

export const evidenceKeys = {
  projectKeys: (): string => 'project-keys',
  released: (projectKey: string): string => `released:${projectKey}`,
  header: (id: RepositoryId): string => `repository:${of(id)}`,
  commits: (id: RepositoryId, segment: number): string => `commits:${of(id)}:${segment}`,
  diffs: (id: RepositoryId, segment: number): string => `diffs:${of(id)}:${segment}`,
  presence: (id: RepositoryId): string => `presence:${of(id)}`,
  pullRequests: (id: RepositoryId, bucket: number): string => `pull-requests:${of(id)}:${bucket}`,
  deployments: (id: RepositoryId): string => `deployments:${of(id)}`,
  checks: (id: RepositoryId): string => `checks:${of(id)}`,
  index: (id: RepositoryId): string => `index:${of(id)}`,
  spread: (id: RepositoryId): string => `spread:${of(id)}`,
  arrivals: (id: RepositoryId): string => `arrivals:${of(id)}`,
  associations: (id: RepositoryId): string => `associations:${of(id)}`,
  status: (projectKey: string, shard: number): string => `status:${projectKey}:${shard}`,
};
