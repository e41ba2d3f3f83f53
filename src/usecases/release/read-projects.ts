import type { RepositoryStatus } from '../../domain/evidence/repository-status';
import { shardsOf } from '../../domain/evidence/status-shard';
import type { RepositoryId } from '../../domain/repository';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';

/** Settings of projects that have some, by key, and the statuses of their repositories. */
export async function readProjects(
  { settings: store, evidence }: Pick<Ports, 'settings' | 'evidence'>,
  projectKeys: readonly string[],
): Promise<{
  settings: Map<string, ProjectSettings>;
  statuses: Map<RepositoryId, RepositoryStatus>;
}> {
  const found = await Promise.all(projectKeys.map((key) => store.findSettings(key)));
  const settings = new Map(found.flatMap((one) => (one ? [[one.projectKey, one] as const] : [])));
  const read = await Promise.all(
    [...settings.values()].map((one) => evidence.readStatuses(shardsOf(one))),
  );
  const statuses = new Map<RepositoryId, RepositoryStatus>();
  for (const [id, status] of read.flatMap((one) => [...one])) {
    if (!statuses.has(id)) statuses.set(id, status);
  }
  return { settings, statuses };
}
