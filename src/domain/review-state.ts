import type { PullRequest, Review } from './pull-request';

export type ReviewSummary = 'approved' | 'changes-requested' | 'waiting' | 'unknown';

/**
 * What the reviews of a pull request come to: each person's newest word counts, comments do not,
 * and an author does not approve their own work. Reviews that the host did not give, or gave in a word
 * that nobody knows, leave it open.
 */
export function reviewState({
  author,
  reviews,
  reviewCount,
}: Pick<PullRequest, 'author' | 'reviews' | 'reviewCount'>): ReviewSummary {
  const words = newestWords(reviews.filter(({ by }) => by !== author));
  if (words.includes('changes-requested')) return 'changes-requested';
  if (reviews.length < reviewCount || words.includes('unknown')) return 'unknown';
  return words.includes('approved') ? 'approved' : 'waiting';
}

function newestWords(reviews: readonly Review[]): Review['state'][] {
  const byPerson = new Map<string, Review['state']>();
  [...reviews]
    .sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''))
    .filter(({ state }) => state !== 'commented')
    .forEach(({ by, state }) => byPerson.set(by, state));
  return [...byPerson.values()];
}
