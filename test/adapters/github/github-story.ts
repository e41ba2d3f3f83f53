import type { CheckState } from '../../../src/domain/check';
import type { DeploymentState } from '../../../src/domain/deployment';
import type { ReviewState } from '../../../src/domain/pull-request';
import type { Story, StoryCheck, StoryDeployment } from '../../contracts/code-host-story';
import type { StoryPull } from '../../contracts/story-pull';

const REVIEWS: Record<ReviewState, string> = {
  approved: 'APPROVED',
  'changes-requested': 'CHANGES_REQUESTED',
  commented: 'COMMENTED',
  dismissed: 'DISMISSED',
  unknown: 'PENDING',
};

const toPull = (pull: StoryPull): unknown => ({
  number: pull.number,
  title: pull.title,
  body: pull.body,
  state: pull.state === 'open' ? 'open' : 'closed',
  draft: pull.isDraft,
  user: { login: pull.author },
  head: { ref: pull.headBranch, sha: pull.headSha },
  base: { ref: pull.baseBranch },
  merge_commit_sha: pull.mergeSha,
  created_at: pull.createdAt,
  updated_at: pull.updatedAt,
  closed_at: pull.state === 'open' ? null : pull.updatedAt,
  merged_at: pull.mergedAt,
  commits: pull.shas,
  reviews: pull.reviews.map(({ by, state, at, sha }) => ({
    user: { login: by },
    state: REVIEWS[state],
    submitted_at: at,
    commit_id: sha,
  })),
});

const DEPLOYMENTS: Record<DeploymentState, string> = {
  success: 'success',
  failed: 'failure',
  'in-progress': 'in_progress',
  cancelled: 'error',
  inactive: 'inactive',
  unknown: 'pending',
};

const toDeployment = (deployment: StoryDeployment): unknown => ({
  id: deployment.id,
  sha: deployment.sha,
  ref: deployment.ref,
  environment: deployment.environment,
  created_at: deployment.createdAt,
  statuses: deployment.events.map(({ state, at }) => ({
    state: DEPLOYMENTS[state],
    created_at: at,
  })),
});

const CHECKS: Record<CheckState, { status: string; conclusion: string | null }> = {
  passed: { status: 'completed', conclusion: 'success' },
  failed: { status: 'completed', conclusion: 'failure' },
  skipped: { status: 'completed', conclusion: 'skipped' },
  pending: { status: 'in_progress', conclusion: null },
  unknown: { status: 'completed', conclusion: 'stale' },
};

const toCheck = ({ name, state }: StoryCheck): unknown => ({ name, ...CHECKS[state] });

/** What the repositories of the story hold beside git, in the shapes of GitHub's REST API. */
export const toGitHubFiles = ({ web, squashes }: Story): Record<string, unknown> => ({
  'pulls.json': web.pulls.map(toPull),
  'squashes.json': squashes.pulls.map(toPull),
  'deployments.json': web.deployments.map(toDeployment),
  'checks.json': Object.fromEntries(
    Object.entries(web.checks).map(([sha, checks]) => [sha, checks.map(toCheck)]),
  ),
});
