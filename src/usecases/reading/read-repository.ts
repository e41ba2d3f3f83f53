import {
  newHeader,
  newReading,
  READ_PHASES,
  type RepositoryHeader,
  type RunningPhase,
} from '../../domain/evidence/repository-header';
import { parseRepositoryId, type RepositoryId } from '../../domain/repository';
import { connectionFor } from '../../domain/settings/connection-for';
import { hostOf } from '../../domain/settings/host-address';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import { ProviderError } from '../../ports/provider-error';
import { queueOpen } from '../release/open-compositions';
import { queueMarks } from '../release/queue-marks';
import { forgetRepository } from './forget-repository';
import { planAfterFailure } from './plan-after-failure';
import { indexIssues } from './index-issues';
import { publishStatus } from './publish-status';
import { readBranches } from './read-branches';
import { readChanges } from './read-changes';
import { readChecks } from './read-checks';
import { readCommits } from './read-commits';
import { readDeployments } from './read-deployments';
import { readPullRequests } from './read-pull-requests';
import {
  gap,
  isSpent,
  withReading,
  type Phase,
  type PhaseStep,
  type ReadingHeader,
  type ReadingPorts,
  type Slice,
} from './slice';

/** What a queued event asks for: to read a repository, or to go on at a step. */
export type ReadRequest = {
  repository: RepositoryId;
  requestedAt: string;
  step?: number | undefined;
};

const PHASES: Record<(typeof READ_PHASES)[number], Phase> = {
  branches: readBranches,
  deployments: readDeployments,
  'pull-requests': readPullRequests,
  commits: readCommits,
  changes: readChanges,
  checks: readChecks,
  index: indexIssues,
};

/**
 * One slice of a reading: goes on where the last one stopped, and stops when it has made its share
 * of host calls. Safe to run twice and to be killed anywhere: what counts is the header, and
 * everything that it names is written before it.
 */
export async function readRepository(ports: ReadingPorts, request: ReadRequest): Promise<void> {
  const header = await openReading(ports, request);
  if (!header) return;
  const slice = await openSlice(ports, header);
  if (slice === null) return;
  await runSlice(slice, header, request);
}

/** The header to go on from; `null` when the event is a late duplicate. */
async function openReading(
  ports: ReadingPorts,
  { repository, requestedAt, step }: ReadRequest,
): Promise<ReadingHeader | null> {
  const address = parseRepositoryId(repository);
  if (!address) throw new Error(`${repository} is not a repository id.`);
  const header =
    (await ports.evidence.findHeader(repository)) ?? newHeader(repository, address.path);
  if (header.reading === null) {
    return step === undefined ? { ...header, reading: newReading(header, ports.now()) } : null;
  }
  if (step !== undefined && step < header.reading.step) {
    await ports.jobs.continueReading({ repository, requestedAt, step: header.reading.step }, 0);
    return null;
  }
  return { ...header, reading: header.reading };
}

const NO_CONNECTION = 'No connection covers it. Add one on the settings page.';

async function openSlice(ports: ReadingPorts, header: ReadingHeader): Promise<Slice | null> {
  const projects = await projectsWith(ports, header.repository);
  if (projects.length === 0) {
    await forgetRepository(ports, header);
    return null;
  }
  const connections = await ports.connections.listConnections();
  const connection = connectionFor(
    header.repository,
    connections.map((one) => ({ ...one, host: hostOf(one) })),
  );
  const slice = newSlice(ports, projects);
  try {
    if (!connection) throw new ProviderError({ kind: 'unauthorized' }, NO_CONNECTION);
    const login = `${connection.id} ${connection.savedAt}`;
    const host = await ports.openCodeHost(connection, () => {
      slice.requests.sent += 1;
    });
    return { ...slice, login, host };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const unread = gap(header, 'the repository', error.message);
    const gaps = { ...header.gaps, branches: [unread] };
    const failedBy = { ...header.failedBy, branches: error.failure.kind };
    await end(slice, { ...header, gaps, failedBy }, header.asOf);
    return null;
  }
}

const newSlice = (
  ports: ReadingPorts,
  projects: ProjectSettings[],
): Omit<Slice, 'host' | 'login'> => ({
  ports,
  projects,
  log: null,
  facts: null,
  likelyDiffs: null,
  assembled: null,
  indexPlan: null,
  calls: 0,
  requests: { sent: 0 },
  issuesWritten: 0,
});

async function projectsWith(
  { settings }: Pick<ReadingPorts, 'settings'>,
  repository: RepositoryId,
): Promise<ProjectSettings[]> {
  const keys = await settings.listConfiguredProjects();
  const all = await Promise.all(keys.map((key) => settings.findSettings(key)));
  return all.filter(
    (one): one is ProjectSettings => one?.repositories.some(({ id }) => id === repository) ?? false,
  );
}

async function runSlice(slice: Slice, start: ReadingHeader, request: ReadRequest): Promise<void> {
  let header = start;
  for (;;) {
    if (isSpent(slice)) return handOver(slice, header, request, 0);
    const step = await runPhase(slice, header);
    if ('waitSeconds' in step) return handOver(slice, step.header, request, step.waitSeconds);
    if ('isOver' in step) return finish(slice, step.header, request, header.asOf);
    const next = step.isDone ? nextPhase(step.header) : step.header;
    if (next === null) return finish(slice, step.header, request, step.header.reading.startedAt);
    header = next;
    if (step.isCheckpoint) await checkpoint(slice, header);
  }
}

type Waiting = { header: ReadingHeader; waitSeconds: number };
type Over = { header: ReadingHeader; isOver: true };

async function runPhase(slice: Slice, header: ReadingHeader): Promise<PhaseStep | Waiting | Over> {
  const { phase } = header.reading;
  try {
    const step = await PHASES[phase](slice, header);
    return step.isDone ? wentThrough(step) : step;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return planAfterFailure(header, error);
  }
}

/** Phases that say themselves what they lost. */
const NAMES_ITS_GAPS: readonly RunningPhase[] = ['commits', 'changes'];

/** Any other phase that went through has nothing missing. */
function wentThrough(step: PhaseStep): PhaseStep {
  const { phase } = step.header.reading;
  const failedBy = omit(step.header.failedBy, phase);
  const gaps = NAMES_ITS_GAPS.includes(phase)
    ? step.header.gaps
    : { ...step.header.gaps, [phase]: [] };
  return { ...step, header: { ...step.header, gaps, failedBy } };
}

const omit = (failedBy: RepositoryHeader['failedBy'], phase: string): typeof failedBy =>
  Object.fromEntries(Object.entries(failedBy).filter(([failed]) => failed !== phase));

function nextPhase(header: ReadingHeader): ReadingHeader | null {
  const phase = READ_PHASES[READ_PHASES.indexOf(header.reading.phase) + 1];
  return phase === undefined
    ? null
    : withReading(header, { phase, cursor: null, failures: 0, done: 0, total: null });
}

async function checkpoint(slice: Slice, header: ReadingHeader): Promise<void> {
  await slice.ports.evidence.saveHeader(header);
  await publishStatus(slice, header);
}

/** Leaves the rest to the next slice, which begins with a fresh minute of host calls. */
async function handOver(
  slice: Slice,
  header: ReadingHeader,
  { repository, requestedAt }: ReadRequest,
  delaySeconds: number,
): Promise<void> {
  const next = withReading(header, { step: header.reading.step + 1 });
  await checkpoint(slice, next);
  const { step } = next.reading;
  await slice.ports.jobs.continueReading({ repository, requestedAt, step }, delaySeconds);
}

async function finish(
  slice: Slice,
  header: ReadingHeader,
  request: ReadRequest,
  asOf: string | null,
): Promise<void> {
  // Without a plan no issue was looked at: nothing that it rests on had changed.
  const changed = slice.indexPlan === null ? [] : slice.projects;
  const projectKeys = changed.map(({ projectKey }) => projectKey);
  // It runs after a while: queued before the end, so that who is killed in between queues it again.
  await queueMarks(slice.ports, projectKeys);
  await end(slice, { ...header, validators: header.reading.validators }, asOf);
  await queueOpen(slice.ports, projectKeys);
  const isOutdated = Date.parse(header.reading.startedAt) < Date.parse(request.requestedAt);
  if (isOutdated) await slice.ports.jobs.readRepositories([header.repository]);
}

/** The status goes out first: if this is killed before the header is saved, the same end comes again. */
async function end(
  slice: Omit<Slice, 'host' | 'login'>,
  header: RepositoryHeader,
  asOf: string | null,
): Promise<void> {
  const ended = { ...header, asOf, reading: null };
  await publishStatus(slice, ended);
  await slice.ports.evidence.saveHeader(ended);
}
