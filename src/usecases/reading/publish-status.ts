import type { RefName } from '../../domain/evidence/issue-evidence';
import {
  EVIDENCE_FORM,
  headerGaps,
  type IndexedRefs,
  type RepositoryHeader,
} from '../../domain/evidence/repository-header';
import type {
  BranchHead,
  DeployedSha,
  ReadProgress,
  RepositoryStatus,
} from '../../domain/evidence/repository-status';
import { shardOf } from '../../domain/evidence/status-shard';
import { parseRepositoryId } from '../../domain/repository';
import type { Slice } from './slice';

/** Tells every project that lists the repository how fresh and how complete its evidence is. */
export async function publishStatus(
  slice: Pick<Slice, 'ports' | 'projects'>,
  header: RepositoryHeader,
): Promise<void> {
  const status = toStatus(header);
  for (const settings of slice.projects) {
    const shard = shardOf(settings, header.repository);
    await slice.ports.evidence.changeStatuses(shard, (statuses) => ({
      ...statuses,
      [header.repository]: status,
    }));
  }
}

/** While issues are being brought up to date, the refs are those that they were last held against. */
function toStatus(header: RepositoryHeader): RepositoryStatus {
  const indexed = header.indexed ?? NEVER_INDEXED;
  const isUnread = (ref: RefName) => indexed.unreadRefs.includes(ref);
  const toHead = (name: string, head: BranchHead): BranchHead =>
    isUnread(`branch:${name}`) ? { state: 'unknown' } : head;
  const withRead = <Sha extends DeployedSha>(sha: Sha | null, ref: RefName): Sha | null =>
    sha && { ...sha, isRead: !isUnread(ref) };
  const asked = parseRepositoryId(header.repository)?.path;
  return {
    repository: header.repository,
    url: header.url,
    asOf: header.asOf,
    branches: Object.fromEntries(
      Object.entries(indexed.branches).map(([name, head]) => [name, toHead(name, head)]),
    ),
    environments: indexed.environments.map(({ environment, tier, deployed, attempted }) => ({
      environment,
      tier,
      deployed: withRead(deployed, `deployed:${environment}`),
      attempted: withRead(attempted, `attempted:${environment}`),
    })),
    deployments: indexed.deploymentsRead ? 'read' : 'unknown',
    gaps: headerGaps(header),
    progress: toProgress(header),
    renamedTo: header.path === asked ? null : header.path,
    revision: indexed.revision,
    baselines: indexed.baselines,
    form: indexed.form,
  };
}

const NEVER_INDEXED: IndexedRefs = {
  branches: {},
  environments: [],
  deploymentsRead: false,
  unreadRefs: [],
  baselines: {},
  form: EVIDENCE_FORM,
  revision: null,
};

const toProgress = ({ reading }: RepositoryHeader): ReadProgress | null =>
  reading && {
    phase: reading.phase,
    done: reading.done,
    total: reading.total,
    startedAt: reading.startedAt,
  };
