import type { Review, ReviewState } from '../../src/domain/pull-request';
import { reviewState, type ReviewSummary } from '../../src/domain/review-state';

/** `bo approved` at the first minute, the next one a minute later. */
const reviews = (...words: string[]): Review[] =>
  words.map((word, index) => {
    const [by = '', state = ''] = word.split(' ');
    return {
      by,
      state: state as ReviewState,
      at: `2026-05-01T08:0${index}:00Z`,
      sha: null,
    };
  });

const ask = (given: Review[], reviewCount = given.length, author: string | null = 'ana') =>
  reviewState({ author, reviews: given, reviewCount });

describe('reviewState', () => {
  it.each<{ words: string[]; summary: ReviewSummary }>([
    { words: [], summary: 'waiting' },
    { words: ['bo approved'], summary: 'approved' },
    { words: ['bo changes-requested'], summary: 'changes-requested' },
    { words: ['bo approved', 'cy changes-requested'], summary: 'changes-requested' },
    { words: ['bo changes-requested', 'bo approved'], summary: 'approved' },
    { words: ['bo approved', 'bo changes-requested'], summary: 'changes-requested' },
    { words: ['bo approved', 'bo commented'], summary: 'approved' },
    { words: ['bo changes-requested', 'bo commented'], summary: 'changes-requested' },
    { words: ['bo commented'], summary: 'waiting' },
    { words: ['bo approved', 'bo dismissed'], summary: 'waiting' },
    { words: ['bo approved', 'cy dismissed'], summary: 'approved' },
    { words: ['ana approved'], summary: 'waiting' },
    { words: ['ana changes-requested', 'bo approved'], summary: 'approved' },
    { words: ['bo unknown'], summary: 'unknown' },
    { words: ['bo approved', 'cy unknown'], summary: 'unknown' },
    { words: ['bo approved', 'bo unknown'], summary: 'unknown' },
    { words: ['bo unknown', 'bo approved'], summary: 'approved' },
    { words: ['bo unknown', 'cy changes-requested'], summary: 'changes-requested' },
  ])('of $words: $summary', ({ words, summary }) => {
    expect(ask(reviews(...words))).toBe(summary);
  });

  it.each<{ when: string; words: string[]; summary: ReviewSummary }>([
    { when: 'an approval is among those given', words: ['bo approved'], summary: 'unknown' },
    { when: 'none was given', words: [], summary: 'unknown' },
    {
      when: 'a change was asked for',
      words: ['bo changes-requested'],
      summary: 'changes-requested',
    },
  ])('of a list that was cut, when $when: $summary', ({ words, summary }) => {
    expect(ask(reviews(...words), words.length + 1)).toBe(summary);
  });

  it('goes by the time of a review, not by its place in the list', () => {
    const [early, late] = reviews('bo changes-requested', 'bo approved');

    expect(ask([late, early].flatMap((one) => one ?? []))).toBe('approved');
  });

  it('counts the word of everybody when nobody knows the author', () => {
    expect(ask(reviews('ana approved'), 1, null)).toBe('approved');
  });
});
