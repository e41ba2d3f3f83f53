import { approvalsOf, isApproved, lastWords } from '../../../src/domain/reasons/approvals';
import type { Review, ReviewState } from '../../../src/domain/pull-request';
import { pullRequestEvidence } from '../../support/builders';

const said = (by: string, state: ReviewState, day = 1): Review => ({
  by,
  state,
  at: `2026-05-0${day}T08:00:00Z`,
  sha: null,
});
const reviewed = (reviews: Review[], reviewCount = reviews.length) =>
  pullRequestEvidence({ author: 'ana', reviews, reviewCount });

describe('isApproved', () => {
  it.each<{ when: string; reviews: Review[]; count?: number; is: boolean | 'unknown' }>([
    { when: 'nobody spoke', reviews: [], is: false },
    { when: 'the author did', reviews: [said('ana', 'approved')], is: false },
    { when: 'somebody else did', reviews: [said('bo', 'approved')], is: true },
    {
      when: 'one of two did',
      reviews: [said('bo', 'approved'), said('cy', 'changes-requested')],
      is: true,
    },
    {
      when: 'it was taken back',
      reviews: [said('bo', 'dismissed', 2), said('bo', 'approved')],
      is: false,
    },
    {
      when: 'a comment followed',
      reviews: [said('bo', 'approved'), said('bo', 'commented', 2)],
      is: true,
    },
    { when: 'only a comment is there', reviews: [said('bo', 'commented')], is: false },
    { when: 'the list was cut', reviews: [said('ana', 'approved')], count: 2, is: 'unknown' },
    {
      when: 'the list was cut and one is there',
      reviews: [said('bo', 'approved')],
      count: 2,
      is: true,
    },
    { when: 'nobody knows the word', reviews: [said('bo', 'unknown')], is: 'unknown' },
  ])('is $is when $when', ({ reviews, count, is }) => {
    expect(isApproved(reviewed(reviews, count))).toBe(is);
  });
});

describe('lastWords', () => {
  it('are one for each person but the author', () => {
    const reviews = [said('ana', 'approved'), said('bo', 'approved'), said('bo', 'dismissed', 2)];

    expect(lastWords(reviewed(reviews)).map(({ state }) => state)).toEqual(['dismissed']);
    expect(approvalsOf(reviewed(reviews))).toEqual([]);
  });
});
