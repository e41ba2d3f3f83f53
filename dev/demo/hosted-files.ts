import type { HostedCheck, HostedDeployment, HostedPull, Telling } from './telling';

type Json = Record<string, unknown>;

/** What a host keeps beside git, in its own shapes. */
export type HostedFiles = { pulls: Json[]; deployments: Json[]; checks: Record<string, Json[]> };

/** The story is told in GitHub's shapes; GitLab's are made of them. */
export function toHostedFiles({ story, pulls, deployments, checks }: Telling): HostedFiles {
  if (story.host === 'github') return { pulls, deployments, checks };
  const pipelines = Object.entries(checks).map(([sha, all]): [string, Json[]] => [
    sha,
    [toPipeline(all)],
  ]);
  return {
    pulls: pulls.map(toMergeRequest),
    deployments: deployments.map((deployment) => toDeployment(deployment, story.tiers)),
    checks: Object.fromEntries(pipelines),
  };
}

/** Source: https://docs.gitlab.com/api/merge_requests/ and, for approvals, …/api/merge_request_approvals/ */
function toMergeRequest(pull: HostedPull): Json {
  return {
    iid: pull.number,
    title: pull.title,
    description: pull.body,
    state: pull.state === 'open' ? 'opened' : 'merged',
    draft: pull.draft,
    author: pull.user,
    source_branch: pull.head.ref,
    target_branch: pull.base.ref,
    sha: pull.head.sha,
    squash: pull.squash_commit_sha !== undefined,
    squash_commit_sha: pull.squash_commit_sha ?? null,
    merge_commit_sha: mergeCommitOf(pull),
    created_at: pull.created_at,
    updated_at: pull.updated_at,
    merged_at: pull.merged_at ?? null,
    merge_user: pull.merged_by ?? null,
    reviewers: toReviewers(pull),
    approved_by: pull.reviews
      .filter(({ state }) => state === 'APPROVED')
      .map(({ user, submitted_at }) => ({ user, approved_at: submitted_at })),
    commits: pull.commits,
  };
}

/** A fast-forward makes none. */
const mergeCommitOf = ({ merge_commit_sha: landed, head }: HostedPull): string | null =>
  landed === undefined || landed === head.sha ? null : landed;

const REVIEW_STATES: Readonly<Record<string, string>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'requested_changes',
  COMMENTED: 'reviewed',
};

/** GitLab keeps one state for each reviewer: the last. */
const toReviewers = ({ reviews }: HostedPull): Json[] =>
  reviews
    .filter(({ user }, index) => !reviews.slice(index + 1).some((later) => later.user === user))
    .map(({ user, state, submitted_at }) => ({
      user,
      state: REVIEW_STATES[state] ?? 'unreviewed',
      created_at: submitted_at,
    }));

const DEPLOYMENT_STATUSES: Readonly<Record<string, string>> = {
  in_progress: 'running',
  success: 'success',
  failure: 'failed',
};

/** Source: https://docs.gitlab.com/api/deployments/ */
function toDeployment(
  { id, sha, ref, environment, creator, created_at, statuses }: HostedDeployment,
  tiers: Readonly<Record<string, string>>,
): Json {
  const last = statuses.at(-1);
  const tier = tiers[environment];
  return {
    ...{ id, iid: id, sha, ref, created_at },
    status: DEPLOYMENT_STATUSES[last?.state ?? ''] ?? 'created',
    environment: { name: environment, ...(tier !== undefined && { tier }) },
    user: creator,
    updated_at: last?.created_at ?? created_at,
  };
}

const JOB_STATUSES: Readonly<Record<string, string>> = { success: 'success', failure: 'failed' };

const toJob = ({ name, status, conclusion, started_at, completed_at }: HostedCheck): Json => ({
  name,
  status: status === 'completed' ? (JOB_STATUSES[conclusion ?? ''] ?? 'canceled') : 'running',
  started_at,
  finished_at: completed_at ?? null,
});

/** One pipeline for a commit, with a job for each check. Source: https://docs.gitlab.com/api/pipelines/ */
function toPipeline(checks: readonly HostedCheck[]): Json {
  const jobs = checks.map(toJob);
  const [worst] = ['failed', 'running', 'canceled'].filter((status) =>
    jobs.some((job) => job.status === status),
  );
  const finished = checks.map(({ completed_at }) => completed_at ?? '').sort();
  return {
    status: worst ?? 'success',
    created_at: checks[0]?.started_at ?? null,
    started_at: checks[0]?.started_at ?? null,
    finished_at: worst === 'running' ? null : (finished.at(-1) ?? null),
    jobs,
  };
}
