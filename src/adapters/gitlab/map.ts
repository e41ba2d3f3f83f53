import type { Check, CheckState } from '../../domain/check';
import type { Commit } from '../../domain/commit';
import type { Deployment, DeploymentEvent, DeploymentState } from '../../domain/deployment';
import type { PullRequest, Review, ReviewState } from '../../domain/pull-request';
import type { Branch, HostRepository } from '../../ports/code-host';
import type {
  GitLabApprovals,
  GitLabBranch,
  GitLabCommit,
  GitLabDeployment,
  GitLabJob,
  GitLabMergeRequest,
  GitLabProject,
  GitLabReviewers,
  GitLabStatus,
} from './schema';

/** What git itself shows for a commit whose date cannot be read. */
const EPOCH = '1970-01-01T00:00:00Z';

/** GitLab's instants carry milliseconds, those of commits an offset too; ours are UTC. */
export function toInstant(date: string | null | undefined): string {
  const instant = new Date(date ?? EPOCH);
  if (Number.isNaN(instant.getTime())) return EPOCH;
  return instant.toISOString().replace('.000Z', 'Z');
}

const toInstantOrNull = (date: string | null | undefined): string | null =>
  date ? toInstant(date) : null;

/** `defaultBranch` is empty while the repository is. */
export const toHostRepository = (project: GitLabProject): HostRepository => ({
  path: project.path_with_namespace,
  defaultBranch: project.default_branch ?? '',
  url: project.web_url,
  isArchived: project.archived ?? false,
  isPrivate: project.visibility !== 'public',
});

export const toBranch = (branch: GitLabBranch): Branch => ({
  name: branch.name,
  sha: branch.commit.id,
  isProtected: branch.protected,
});

/** GitLab keeps the line end that git puts behind a message. */
export const toCommit = (commit: GitLabCommit): Commit => ({
  sha: commit.id,
  parents: commit.parent_ids,
  message: commit.message.replace(/\n+$/, ''),
  author: commit.author_name ?? '',
  authoredAt: toInstant(commit.authored_date ?? commit.committed_date),
  committedAt: toInstant(commit.committed_date ?? commit.authored_date),
  tree: null,
});

/** `locked`: it is being merged at this moment. */
const PULL_REQUEST_STATES = {
  opened: 'open',
  locked: 'open',
  closed: 'closed',
  merged: 'merged',
} as const;

/** GitLab writes into the title that it is a draft. */
const DRAFT = /^\s*(?:\[draft\]|\(draft\)|draft:|draft -)\s*/i;

export type Details = {
  /** Oldest first. */
  commits: Commit[];
  commitCount: number;
  reviews: Review[];
  reviewCount: number;
};

export function toPullRequest(request: GitLabMergeRequest, details: Details): PullRequest {
  const isDraft = request.draft ?? request.work_in_progress ?? false;
  return {
    number: request.iid,
    title: isDraft ? request.title.replace(DRAFT, '') : request.title,
    body: request.description ?? '',
    url: request.web_url,
    state: PULL_REQUEST_STATES[request.state],
    isDraft,
    author: request.author?.username ?? null,
    headBranch: request.source_branch,
    headSha: request.sha ?? '',
    baseBranch: request.target_branch,
    mergeSha: mergeShaOf(request),
    createdAt: toInstant(request.created_at),
    updatedAt: toInstant(request.updated_at),
    mergedAt: toInstantOrNull(request.merged_at),
    ...details,
  };
}

/** A fast-forward leaves no commit of its own: what landed is the head. */
function mergeShaOf(request: GitLabMergeRequest): string | null {
  const made = request.merge_commit_sha ?? request.squash_commit_sha ?? null;
  return made ?? (request.state === 'merged' ? (request.sha ?? null) : null);
}

/**
 * The states of a reviewer. `unapproved` took an approval back; `unreviewed` and `review_started`
 * said nothing yet.
 *
 * Source: https://docs.gitlab.com/api/merge_requests/#get-single-merge-request-reviewers,
 *         https://docs.gitlab.com/api/graphql/reference/#mergerequestreviewstate
 */
const REVIEW_STATES = new Map<string, ReviewState | null>([
  ['approved', 'approved'],
  ['requested_changes', 'changes-requested'],
  ['reviewed', 'commented'],
  ['unapproved', 'dismissed'],
  ['unreviewed', null],
  ['review_started', null],
]);

/**
 * One review for each person: who approved, and what the reviewers said who did not. GitLab does
 * not tell which head was reviewed, nor when, except when it was approved. A deleted user is `ghost`.
 */
export function toReviews(
  { approved_by: approvals }: GitLabApprovals,
  reviewers: GitLabReviewers,
): Review[] {
  const approved = approvals.map(({ user, approved_at: at }): Review => ({
    by: user?.username ?? 'ghost',
    state: 'approved',
    at: toInstantOrNull(at),
    sha: null,
  }));
  const others = reviewers.flatMap(({ user, state }): Review[] => {
    const by = user?.username ?? 'ghost';
    const said = REVIEW_STATES.has(state) ? REVIEW_STATES.get(state) : 'unknown';
    const isKnown = approved.some((one) => one.by === by);
    return !said || isKnown ? [] : [{ by, state: said, at: null, sha: null }];
  });
  return [...approved, ...others];
}

/**
 * `created` waits for its job, `blocked` for an approval. Nothing ran where the job was skipped, and
 * nothing runs yet where somebody has to start it by hand.
 *
 * Source: https://docs.gitlab.com/api/deployments/#list-project-deployments
 */
const DEPLOYMENT_STATES = new Map<string, DeploymentState>([
  ['success', 'success'],
  ['failed', 'failed'],
  ['canceled', 'cancelled'],
  ['skipped', 'inactive'],
  ['created', 'in-progress'],
  ['running', 'in-progress'],
  ['blocked', 'in-progress'],
]);

function toDeploymentState({ status, deployable }: GitLabDeployment): DeploymentState {
  if (status === 'created' && deployable?.status === 'manual') return 'inactive';
  return DEPLOYMENT_STATES.get(status) ?? 'unknown';
}

export function toDeployment(
  deployment: GitLabDeployment,
  tierOf: (environment: string) => Deployment['tier'],
): Deployment {
  const environment = deployment.environment ?? { name: '' };
  return {
    id: String(deployment.id),
    sha: deployment.sha,
    ref: deployment.ref ?? null,
    environment: environment.name,
    tier: tierOf(environment.name),
    state: toDeploymentState(deployment),
    createdAt: toInstant(deployment.created_at),
    updatedAt: toInstant(deployment.updated_at ?? deployment.created_at),
    url: environment.external_url ?? deployment.deployable?.web_url ?? null,
    events: toEvents(deployment),
  };
}

/** GitLab keeps no list of states: it tells the one of now, and when the job began and ended. */
function toEvents(deployment: GitLabDeployment): DeploymentEvent[] {
  const { deployable } = deployment;
  const state = toDeploymentState(deployment);
  const changed = deployment.updated_at ?? deployment.created_at;
  const began = toInstantOrNull(deployable?.started_at);
  if (state === 'in-progress') return [{ state, at: began ?? toInstant(changed) }];
  const end: DeploymentEvent = { state, at: toInstant(deployable?.finished_at ?? changed) };
  return began === null ? [end] : [{ state: 'in-progress', at: began }, end];
}

/**
 * What GitLab lets through passes or is skipped; a job that was cancelled failed, as on GitHub. A job that
 * has to be started by hand waits.
 *
 * Source: https://docs.gitlab.com/api/commits/#list-commit-statuses, https://docs.gitlab.com/ci/jobs/#available-job-statuses
 */
const CHECK_STATES = new Map<string, CheckState>([
  ['success', 'passed'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
  ['skipped', 'skipped'],
  ['created', 'pending'],
  ['preparing', 'pending'],
  ['pending', 'pending'],
  ['running', 'pending'],
  ['manual', 'pending'],
  ['scheduled', 'pending'],
  ['canceling', 'pending'],
  ['waiting_for_resource', 'pending'],
  ['waiting_for_callback', 'pending'],
]);

/** Jobs that may fail, and those that nobody has to start, decide nothing. */
const UNDECISIVE = new Set(['failed', 'canceled', 'manual']);

function toCheckState({ status, allow_failure: isAllowedToFail }: GitLabStatus): CheckState {
  if (isAllowedToFail && UNDECISIVE.has(status)) return 'skipped';
  return CHECK_STATES.get(status) ?? 'unknown';
}

/**
 * A job of GraphQL as REST tells of it. What has a page elsewhere has its address there; the page of a job
 * is a path here.
 *
 * Source: https://docs.gitlab.com/api/graphql/reference/#cijob
 */
export function toStatus(job: GitLabJob, origin: string): GitLabStatus {
  const page = job.detailedStatus?.detailsPath ?? null;
  return {
    id: Number(/\d+$/.exec(job.id)?.[0]),
    name: job.name,
    status: job.status.toLowerCase(),
    allow_failure: job.allowFailure,
    target_url: page?.startsWith('/') ? `${origin}${page}` : page,
    created_at: job.createdAt,
    started_at: job.startedAt,
    finished_at: job.finishedAt,
  };
}

/** GraphQL tells no parts of a second. */
const toSecond = (date: string | null | undefined): string | null =>
  toInstantOrNull(date)?.replace(/\.\d+Z$/, 'Z') ?? null;

/** Of each name the newest. What the page does not hold stands as one check of unknown state. */
export function toChecks(statuses: readonly GitLabStatus[], cut: string | null): Check[] {
  const oldestFirst = [...statuses].sort((one, other) => one.id - other.id);
  const newest = new Map(oldestFirst.map((status) => [status.name, status]));
  const checks = [...newest.values()].map((status): Check => ({
    name: status.name,
    state: toCheckState(status),
    url: status.target_url ?? null,
    at: toSecond(status.finished_at ?? status.started_at ?? status.created_at),
  }));
  return cut === null ? checks : [...checks, { name: cut, state: 'unknown', url: null, at: null }];
}
