import { wantedDiffs, type WantedDiffsAsk } from '../../../src/domain/presence/wanted-diffs';
import { commit } from '../../support/builders';

type Ask = WantedDiffsAsk<ReturnType<typeof commit>>;

/** `name: parents`, oldest first. */
const story = (told: Record<string, string[]>): Ask['commits'] =>
  Object.entries(told).map(([sha, parents], at) =>
    commit({ sha, parents, committedAt: `2026-01-01T00:${String(at).padStart(2, '0')}:00Z` }),
  );

/** Shared by both: root, a, b. Only main: m. Only dev: d, x, and the merge w. */
const COMMITS = story({
  root: [],
  a: ['root'],
  b: ['a'],
  m: ['b'],
  d: ['b'],
  x: ['b'],
  w: ['d', 'x'],
  pr: ['a'],
});

const wanted = (some: Partial<Ask>): string[] =>
  wantedDiffs({
    ...{ commits: COMMITS, refs: ['m', 'w'], extra: [], newestShared: 0, ...some },
  }).map(({ sha }) => sha);

describe('wantedDiffs', () => {
  it.each<[string, string[], Partial<Ask>]>([
    ['what one ref has and another has not, without merges', ['m', 'd', 'x'], {}],
    ['nothing where all refs are the same', [], { refs: ['w', 'w'] }],
    ['the newest of what all refs have', ['b', 'm', 'd', 'x'], { newestShared: 1 }],
    ['no more of these than there are', ['root', 'a', 'b', 'm', 'd', 'x'], { newestShared: 9 }],
    ['extra ones that no ref has', ['m', 'd', 'x', 'pr'], { extra: ['pr'] }],
    ['extra ones that all refs have', ['a', 'm', 'd', 'x'], { extra: ['a'] }],
    ['no extra merge', ['m', 'd', 'x'], { extra: ['w'] }],
    ['no extra commit that nobody knows', ['m', 'd', 'x'], { extra: ['gone'] }],
    ['refs that were read', ['m', 'd', 'x'], { refs: ['m', 'gone', 'w'] }],
    ['extra ones when there is no ref', ['pr'], { refs: [], extra: ['pr'], newestShared: 3 }],
  ])('wants %s: %s', (_, expected, some) => {
    expect(wanted(some)).toEqual(expected);
  });
});
