import type { PullRequestEvidence } from '../evidence/issue-evidence';
import { approvalsOf } from './approvals';
import { pullRequestLink, reasonFrom } from './evidence-links';
import type { RepositoryCase } from './promotion-case';
import type { Rule } from './rule';
import { travellingPullRequests } from './travelling';

/** The newest approval of a pull request that travels was given before the last push. */
export const approvalStale: Rule = ({ repositories, promotion, issueKey }) =>
  reasonFrom(
    repositories.flatMap((repository) =>
      travellingPullRequests(repository, promotion)
        .filter((one) => isStale(repository, one))
        .map((one) => pullRequestLink(repository, one, 'pushed to after its approval')),
    ),
    {
      code: 'approval-stale',
      level: 'warning',
      summary: `A pull request of ${issueKey} was changed after it was approved.`,
    },
  );

/**
 * Where the host does not tell which head was approved (GitLab), only a head that was written after
 * the approval proves it.
 */
function isStale({ evidence }: RepositoryCase, pullRequest: PullRequestEvidence): boolean {
  const newest = approvalsOf(pullRequest).at(-1);
  if (!newest) return false;
  if (newest.sha !== null) return newest.sha !== pullRequest.headSha;
  const head = evidence.commits.find(({ sha }) => sha === pullRequest.headSha);
  return Date.parse(head?.authoredAt ?? '') > Date.parse(newest.at ?? '');
}
