import type { Check, CheckState } from '../../domain/check';
import type { Commit } from '../../domain/commit';
import type { Deployment, DeploymentEvent, DeploymentState } from '../../domain/deployment';
import type { PullRequest, Review, ReviewState } from '../../domain/pull-request';
import type { Branch, HostRepository, Page } from '../../ports/code-host';
import type {
  CheckContexts,
  CheckRunContext,
  DeploymentNode,
  DeploymentStatus,
  GitHubBranch,
  GitHubCommit,
  GitHubRepository,
  PageInfo,
  PullRequestCommit,
  PullRequestNode,
  PullRequestReview,
  StatusContext,
} from './schema';

/** What git itself shows for a commit whose date cannot be read. */
const EPOCH = '1970-01-01T00:00:00Z';

export const toHostRepository = (repository: GitHubRepository): HostRepository => ({
  path: repository.full_name,
  defaultBranch: repository.default_branch,
  url: repository.html_url,
  isArchived: repository.archived,
  isPrivate: repository.private,
});

export const toBranch = (branch: GitHubBranch): Branch => ({
  name: branch.name,
  sha: branch.commit.sha,
  isProtected: branch.protected,
});

export const toCommit = ({ sha, parents, commit }: GitHubCommit): Commit => ({
  sha,
  parents: parents.map((parent) => parent.sha),
  message: commit.message,
  author: commit.author?.name ?? '',
  authoredAt: firstOf(commit.author?.date, commit.committer?.date),
  committedAt: firstOf(commit.committer?.date, commit.author?.date),
  tree: commit.tree.sha,
});

const firstOf = (date: string | null | undefined, other: string | null | undefined): string =>
  date ?? other ?? EPOCH;

/** A page of a GraphQL connection. */
export function toPage<N, T>(
  { pageInfo, nodes }: { pageInfo: PageInfo; nodes: readonly N[] },
  toItem: (node: N) => T,
): Page<T> {
  return { items: nodes.map(toItem), next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}

const PULL_REQUEST_STATES = { OPEN: 'open', MERGED: 'merged', CLOSED: 'closed' } as const;

export const toPullRequest = (node: PullRequestNode): PullRequest => ({
  number: node.number,
  title: node.title,
  body: node.body,
  url: node.url,
  state: PULL_REQUEST_STATES[node.state],
  isDraft: node.isDraft,
  author: node.author?.login ?? null,
  headBranch: node.headRefName,
  headSha: node.headRefOid,
  baseBranch: node.baseRefName,
  mergeSha: node.mergeCommit?.oid ?? null,
  createdAt: node.createdAt,
  updatedAt: node.updatedAt,
  mergedAt: node.mergedAt,
  commits: node.commits.nodes.map(({ commit }) => fromPullRequest(commit)),
  commitCount: node.commits.totalCount,
  reviews: node.reviews.nodes.map(toReview),
  reviewCount: node.reviews.totalCount,
});

const fromPullRequest = (commit: PullRequestCommit): Commit => ({
  sha: commit.oid,
  parents: commit.parents.nodes.map(({ oid }) => oid),
  message: commit.message,
  author: commit.author?.name ?? '',
  authoredAt: commit.authoredDate,
  committedAt: commit.committedDate,
  tree: commit.tree.oid,
});

const REVIEW_STATES = new Map<string, ReviewState>([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['COMMENTED', 'commented'],
  ['DISMISSED', 'dismissed'],
]);

/** A deleted user is `ghost`, as on GitHub's own pages. */
const toReview = ({ author, state, submittedAt, commit }: PullRequestReview): Review => ({
  by: author?.login ?? 'ghost',
  state: REVIEW_STATES.get(state) ?? 'unknown',
  at: submittedAt,
  sha: commit?.oid ?? null,
});

/**
 * GitHub's words for the state of a deployment and of its statuses. `ABANDONED` is unknown: "the
 * pending deployment was not updated after 30 minutes", so nobody said what became of it.
 *
 * Source: https://docs.github.com/graphql/reference/enums#deploymentstate
 */
const DEPLOYMENT_STATES = new Map<string, DeploymentState>([
  ['SUCCESS', 'success'],
  ['ACTIVE', 'success'],
  ['FAILURE', 'failed'],
  ['ERROR', 'failed'],
  ['IN_PROGRESS', 'in-progress'],
  ['QUEUED', 'in-progress'],
  ['PENDING', 'in-progress'],
  ['WAITING', 'in-progress'],
  ['INACTIVE', 'inactive'],
  ['DESTROYED', 'inactive'],
]);

const toDeploymentState = (state: string | null): DeploymentState =>
  DEPLOYMENT_STATES.get(state ?? '') ?? 'unknown';

export function toDeployment(node: DeploymentNode): Deployment {
  return {
    id: node.id,
    sha: node.commitOid,
    ref: node.ref?.name ?? null,
    environment: node.environment ?? node.originalEnvironment ?? '',
    tier: null,
    state: toDeploymentState(node.state),
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
    url: toDeploymentUrl(node.latestStatus),
    events: toEvents(node),
  };
}

const toDeploymentUrl = (status: DeploymentStatus | null): string | null =>
  status?.environmentUrl ?? status?.logUrl ?? null;

/**
 * Statuses, oldest first. GitHub gives the newest first and, of more than 20, not all: the newest is
 * then still there, because it is also asked for by name.
 */
function toEvents({ statuses, latestStatus }: DeploymentNode): DeploymentEvent[] {
  const given = [...(statuses?.nodes ?? [])].reverse();
  const isGiven = given.some((status) => isSameStatus(status, latestStatus));
  return [...given, ...(latestStatus && !isGiven ? [latestStatus] : [])]
    .map(({ state, createdAt }) => ({ state: toDeploymentState(state), at: createdAt }))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

const isSameStatus = (one: DeploymentStatus, other: DeploymentStatus | null): boolean =>
  one.createdAt === other?.createdAt && one.state === other.state;

/**
 * What GitHub itself would let through passes (success) or is skipped (neutral, skipped); what ended
 * otherwise failed, a cancelled run too. A stale one never reported: unknown.
 *
 * Source: https://docs.github.com/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks
 */
const CONCLUSIONS = new Map<string, CheckState>([
  ['SUCCESS', 'passed'],
  ['NEUTRAL', 'skipped'],
  ['SKIPPED', 'skipped'],
  ['FAILURE', 'failed'],
  ['TIMED_OUT', 'failed'],
  ['CANCELLED', 'failed'],
  ['ACTION_REQUIRED', 'failed'],
  ['STARTUP_FAILURE', 'failed'],
]);

const STATUS_STATES = new Map<string, CheckState>([
  ['SUCCESS', 'passed'],
  ['FAILURE', 'failed'],
  ['ERROR', 'failed'],
  ['PENDING', 'pending'],
  ['EXPECTED', 'pending'],
]);

/** Checks of one commit. What the host cut away stands as one check of unknown state. */
export function toChecks({ totalCount, nodes }: CheckContexts): Check[] {
  const checks = nodes.map((context) =>
    context.__typename === 'CheckRun' ? fromCheckRun(context) : fromStatus(context),
  );
  const cut = totalCount - checks.length;
  return cut > 0
    ? [...checks, { name: `…and ${cut} more`, state: 'unknown', url: null, at: null }]
    : checks;
}

const fromCheckRun = (run: CheckRunContext): Check => ({
  name: run.name,
  state: toCheckState(run),
  url: run.detailsUrl,
  at: run.completedAt ?? run.startedAt,
});

function toCheckState({ status, conclusion }: CheckRunContext): CheckState {
  if (status !== 'COMPLETED') return PENDING_STATUSES.has(status) ? 'pending' : 'unknown';
  return CONCLUSIONS.get(conclusion ?? '') ?? 'unknown';
}

const PENDING_STATUSES = new Set(['QUEUED', 'IN_PROGRESS', 'PENDING', 'WAITING', 'REQUESTED']);

const fromStatus = ({ context, state, targetUrl, createdAt }: StatusContext): Check => ({
  name: context,
  state: STATUS_STATES.get(state) ?? 'unknown',
  url: targetUrl,
  at: createdAt,
});
