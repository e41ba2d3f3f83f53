import type { Check } from '../check';
import type { Gap } from '../gap';
import { pullRequestNumber } from '../links';
import type { PullRequestEvidence, RepositoryEvidence } from './issue-evidence';

type Part = Pick<RepositoryEvidence, 'repository' | 'commits' | 'pullRequests'>;

/**
 * What of an issue's own evidence a host kept back: checks, each cause once, and who approved what was
 * merged. Gaps of this issue alone: other issues of the repository do not depend on it.
 */
export const partGaps = (parts: readonly Part[]): Gap[] =>
  parts.flatMap((part) => [...checkGaps(part), ...reviewGaps(part)]);

function checkGaps({ repository, commits, pullRequests }: Part): Gap[] {
  const unread = [...commits, ...pullRequests].flatMap(({ checks }) =>
    checks === 'not-read' ? [] : checks.flatMap(causeOf),
  );
  const causes = new Map(unread.map((one) => [`${one.name}\n${one.why}`, one]));
  return [...causes.values()].map(({ name, why }) => ({ repository, what: name, why }));
}

const causeOf = ({ name, why }: Check): { name: string; why: string }[] =>
  why === undefined ? [] : [{ name, why }];

const reviewGaps = ({ repository, pullRequests }: Part): Gap[] =>
  pullRequests.filter(isApprovalUntold).map(({ number, reviews, reviewCount }) => ({
    repository,
    what: `who approved ${pullRequestNumber(repository, number)}`,
    why: `The code host told ${reviews.length} of at least ${reviewCount} reviews.`,
  }));

const isApprovalUntold = ({ state, reviews, reviewCount }: PullRequestEvidence): boolean =>
  state === 'merged' &&
  reviews.length < reviewCount &&
  !reviews.some((review) => review.state === 'approved');
