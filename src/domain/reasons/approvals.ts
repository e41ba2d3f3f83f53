import type { PullRequestEvidence } from '../evidence/issue-evidence';
import type { Review } from '../pull-request';

/** What each person but the author said last, comments aside, oldest first. */
export function lastWords({ author, reviews }: PullRequestEvidence): Review[] {
  const byPerson = new Map<string, Review>();
  reviews
    .filter(({ by, state }) => by !== author && state !== 'commented')
    .toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? '') || 0)
    .forEach((review) => byPerson.set(review.by, review));
  return [...byPerson.values()];
}

/** Approvals that stand, of anybody but the author. */
export const approvalsOf = (pullRequest: PullRequestEvidence): Review[] =>
  lastWords(pullRequest).filter(({ state }) => state === 'approved');

/** Whether somebody approved; `unknown` when nobody did as far as the host told, and it did not tell all. */
export function isApproved(pullRequest: PullRequestEvidence): boolean | 'unknown' {
  if (approvalsOf(pullRequest).length > 0) return true;
  const { reviews, reviewCount } = pullRequest;
  const isCut = reviews.length < reviewCount;
  return isCut || lastWords(pullRequest).some(({ state }) => state === 'unknown')
    ? 'unknown'
    : false;
}
