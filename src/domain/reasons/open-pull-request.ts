import type { PullRequestEvidence } from '../evidence/issue-evidence';
import { counted, pullRequestLink, reasonFrom } from './evidence-links';
import { cellOn } from './on-line';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import type { Rule } from './rule';

export type FoundPullRequest = { repository: RepositoryCase; pullRequest: PullRequestEvidence };

/** Open pull requests of the issue into the branch of a line. */
export const openPullRequestsInto = (
  { repositories }: Pick<PromotionCase, 'repositories'>,
  line: string,
): FoundPullRequest[] =>
  repositories.flatMap((repository) => {
    const branch = cellOn(repository, line)?.branch;
    return repository.pullRequests
      .filter(({ state, baseBranch }) => state === 'open' && baseBranch === branch)
      .map((pullRequest) => ({ repository, pullRequest }));
  });

/** An open pull request of the issue targets `from`. */
export const openPullRequest: Rule = (facts) => {
  const { from } = facts.promotion;
  const open = openPullRequestsInto(facts, from);
  return reasonFrom(
    open.map(({ repository, pullRequest }) =>
      pullRequestLink(repository, pullRequest, pullRequest.isDraft ? 'draft' : 'open'),
    ),
    {
      code: 'open-pull-request',
      level: 'manual-review',
      summary: `${counted(open.length, 'pull request')} of ${facts.issueKey} into ${from} ${open.length === 1 ? 'is' : 'are'} still open.`,
      shas: open.map(({ pullRequest }) => pullRequest.headSha),
    },
  );
};
