import { shardOf, shardsOf } from '../domain/evidence/status-shard';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import type { RepositoryId } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';

type RefreshPorts = Pick<Ports, 'asUser' | 'settings' | 'evidence' | 'jobs' | 'now'>;

/** Repositories that one press of a button reads again at once; larger projects read the issue's own first. */
const AT_ONCE = 40;

/** Reads again what the issue's project lists; in a large project, the repositories that the issue touches. */
export async function refreshIssue(
  ports: RefreshPorts,
  { issueKey }: { issueKey: string },
): Promise<{ queued: number }> {
  const issue = await ports.asUser.getIssue(issueKey);
  const settings = await ports.settings.findSettings(issue.projectKey);
  if (!settings) return { queued: 0 };
  const all = settings.repositories.map(({ id }) => id);
  const ids =
    all.length <= AT_ONCE ? all : await touchedBy(ports, [issue.key, ...issue.formerKeys], all);
  await markQueued(ports, settings, ids);
  return { queued: await ports.jobs.readRepositories(ids) };
}

/** How far the readings of the issue's project are. */
export async function getProgress(
  ports: Pick<Ports, 'asUser' | 'settings' | 'evidence'>,
  { issueKey }: { issueKey: string },
): Promise<{
  settings: ProjectSettings | undefined;
  statuses: Map<RepositoryId, RepositoryStatus>;
}> {
  const issue = await ports.asUser.getIssue(issueKey);
  const settings = await ports.settings.findSettings(issue.projectKey);
  const statuses = settings
    ? await ports.evidence.readStatuses(shardsOf(settings))
    : new Map<RepositoryId, RepositoryStatus>();
  return { settings, statuses };
}

async function touchedBy(
  { evidence }: Pick<Ports, 'evidence'>,
  issueKeys: readonly string[],
  listed: readonly RepositoryId[],
): Promise<RepositoryId[]> {
  const found = await evidence.findIssues(issueKeys);
  const touched = new Set(
    found.flatMap(({ repositories }) => repositories.map(({ repository }) => repository)),
  );
  return listed.filter((id) => touched.has(id));
}

/** Shows at once that something was asked for. The reading itself takes the mark away. */
export async function markQueued(
  { evidence, now }: Pick<Ports, 'evidence' | 'now'>,
  settings: ProjectSettings,
  ids: readonly RepositoryId[],
): Promise<void> {
  const startedAt = now();
  const progress = { phase: 'queued', done: 0, total: null, startedAt } as const;
  for (const shard of shardsOf(settings)) {
    const own = ids.filter((id) => shardOf(settings, id).shard === shard.shard);
    if (own.length === 0) continue;
    await evidence.changeStatuses(shard, (statuses) => ({
      ...statuses,
      ...Object.fromEntries(
        own.map((id) => [id, { ...(statuses[id] ?? unreadStatus(id)), progress }]),
      ),
    }));
  }
}

const unreadStatus = (repository: RepositoryId): RepositoryStatus => ({
  repository,
  url: null,
  asOf: null,
  branches: {},
  environments: [],
  deployments: 'unknown',
  gaps: [],
  progress: null,
  renamedTo: null,
});
