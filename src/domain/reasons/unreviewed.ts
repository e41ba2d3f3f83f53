import type { CommitEvidence } from '../evidence/issue-evidence';
import { isApproved } from './approvals';
import { commitLink, pullRequestLink, reasonFrom } from './evidence-links';
import { isThere } from '../lines/line-state';
import { presenceOn } from './on-line';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import type { EvidenceLink } from './reason';
import type { Rule } from './rule';
import { isOf, travellingChanges, travellingPullRequests } from './travelling';

/**
 * A pull request that travels was merged without an approval other than the author's; where the
 * project requires reviews, also a change that was pushed without a pull request.
 */
export const unreviewed: Rule = (facts) =>
  reasonFrom(
    facts.repositories.flatMap((repository) => [
      ...unapproved(facts, repository),
      ...(facts.settings.requireReviews ? pushed(facts, repository) : []),
    ]),
    {
      code: 'unreviewed',
      level: 'warning',
      summary: `Nobody but the author approved all changes of ${facts.issueKey}.`,
    },
  );

const unapproved = ({ promotion }: PromotionCase, repository: RepositoryCase): EvidenceLink[] =>
  travellingPullRequests(repository, promotion)
    .filter((one) => one.state === 'merged' && isApproved(one) === false)
    .map((one) => pullRequestLink(repository, one, 'merged without an approval'));

/** Changes on `from` that came with no pull request. */
function pushed({ promotion }: PromotionCase, repository: RepositoryCase): EvidenceLink[] {
  return travellingChanges(repository, promotion)
    .filter((change) => isThere(presenceOn(repository, promotion.from, change)))
    .filter((change) => !cameWithOne(repository, change))
    .map((change) => commitLink(repository, change, 'pushed without a pull request'));
}

/** A pull request that names no issue marks none of its commits: then any may be its own. */
const cameWithOne = ({ pullRequests, changes }: RepositoryCase, change: CommitEvidence): boolean =>
  pullRequests.some(
    (one) =>
      isOf(one, change) || (one.state === 'merged' && !changes.some((each) => isOf(one, each))),
  );
