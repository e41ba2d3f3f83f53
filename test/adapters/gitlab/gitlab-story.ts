import type { CheckState } from '../../../src/domain/check';
import type { DeploymentEvent, DeploymentState } from '../../../src/domain/deployment';
import type { ReviewState } from '../../../src/domain/pull-request';
import type { Story, StoryCheck, StoryDeployment } from '../../contracts/code-host-story';
import type { StoryPull } from '../../contracts/story-pull';

const STATES = { open: 'opened', merged: 'merged', closed: 'closed' } as const;

const REVIEWERS: Record<ReviewState, string> = {
  approved: 'approved',
  'changes-requested': 'requested_changes',
  commented: 'reviewed',
  dismissed: 'unapproved',
  unknown: 'something_new',
};

const isApproval = ({ state }: StoryPull['reviews'][number]): boolean => state === 'approved';

const toMergeRequest = (pull: StoryPull): unknown => ({
  iid: pull.number,
  title: pull.isDraft ? `Draft: ${pull.title}` : pull.title,
  description: pull.body,
  state: STATES[pull.state],
  draft: pull.isDraft,
  author: { username: pull.author },
  source_branch: pull.headBranch,
  target_branch: pull.baseBranch,
  sha: pull.headSha,
  merge_commit_sha: pull.isSquashed ? null : pull.mergeSha,
  squash_commit_sha: pull.isSquashed ? pull.mergeSha : null,
  created_at: pull.createdAt,
  updated_at: pull.updatedAt,
  merged_at: pull.mergedAt,
  closed_at: pull.state === 'closed' ? pull.updatedAt : null,
  commits: pull.shas,
  approved_by: pull.reviews
    .filter(isApproval)
    .map(({ by, at }) => ({ user: { username: by }, approved_at: at })),
  reviewers: pull.reviews
    .filter((review) => !isApproval(review))
    .map(({ by, state }) => ({ user: { username: by }, state: REVIEWERS[state] })),
});

const DEPLOYMENTS: Record<DeploymentState, string> = {
  success: 'success',
  failed: 'failed',
  'in-progress': 'running',
  cancelled: 'canceled',
  inactive: 'skipped',
  unknown: 'something_new',
};

function toDeployment(deployment: StoryDeployment): unknown {
  const [began, ended] = deployment.events as [DeploymentEvent, DeploymentEvent | undefined];
  return {
    id: deployment.id,
    sha: deployment.sha,
    ref: deployment.ref,
    environment: { name: deployment.environment },
    status: DEPLOYMENTS[(ended ?? began).state],
    created_at: deployment.createdAt,
    deployable: { started_at: began.at, finished_at: ended?.at ?? null },
  };
}

const CHECKS: Record<CheckState, string> = {
  passed: 'success',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'running',
  unknown: 'something_new',
};

const toPipeline = ({ name, state }: StoryCheck): unknown => ({ name, status: CHECKS[state] });

/** What the repositories of the story hold beside git, in the shapes of GitLab's REST API. */
export const toGitLabFiles = ({ web, squashes }: Story): Record<string, unknown> => ({
  'merge-requests.json': web.pulls.map(toMergeRequest),
  'squashes.json': squashes.pulls.map(toMergeRequest),
  'deployments.json': web.deployments.map(toDeployment),
  'pipelines.json': Object.fromEntries(
    Object.entries(web.checks).map(([sha, checks]) => [sha, checks.map(toPipeline)]),
  ),
});
