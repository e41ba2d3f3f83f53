import { shardOf, shardsOf } from '../domain/evidence/status-shard';
import { EVIDENCE_FORM } from '../domain/evidence/repository-header';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import type { RepositoryId } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';

type RefreshPorts = Pick<Ports, 'asUser' | 'settings' | 'evidence' | 'jobs' | 'now'>;

/** Repositories that one press of a button reads again at once; larger projects read the issue's own, then the oldest. */
const AT_ONCE = 40;

/** Reads again what the issue's project lists; in a large project, the repositories that the issue touches. */
export async function refreshIssue(
  ports: RefreshPorts,
  { issueKey }: { issueKey: string },
): Promise<{ queued: number }> {
  const issue = await ports.asUser.getIssue(issueKey);
  const settings = await ports.settings.findSettings(issue.projectKey);
  if (!settings) return { queued: 0 };
  const ids = await worthReading(ports, settings, [issue.key, ...issue.formerKeys]);
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

/** All repositories, or in a large project those of the issue and then those that were read longest ago. */
async function worthReading(
  ports: Pick<Ports, 'evidence'>,
  settings: ProjectSettings,
  issueKeys: readonly string[],
): Promise<RepositoryId[]> {
  const all = settings.repositories.map(({ id }) => id);
  if (all.length <= AT_ONCE) return all;
  const statuses = await ports.evidence.readStatuses(shardsOf(settings));
  const readAt = (id: RepositoryId) => Date.parse(statuses.get(id)?.asOf ?? '') || 0;
  const touched = await touchedBy(ports, issueKeys, all);
  const others = all.filter((id) => !touched.includes(id));
  others.sort((a, b) => readAt(a) - readAt(b) || (a < b ? -1 : 1));
  return [...touched, ...others].slice(0, Math.max(AT_ONCE, touched.length));
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
  revision: null,
  baselines: {},
  form: EVIDENCE_FORM,
});
