import type { PresenceFacts } from '../../../src/domain/presence/presence-facts';
import {
  askPresence,
  presenceFacts,
  shaOf,
  toldPresence,
  type Told,
} from '../../support/presence-facts';

/** The change `c` is made on the branch `dev`, which left `main` at `base`. */
const BASE: Record<string, Told> = {
  base: { on: [], says: 'Start', patch: '' },
  c: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix' },
};
/** Another form of the change, taken away again beside both. */
const REVERTED: Record<string, Told> = {
  p: { on: ['base'], says: 'PAY-1: Fix login', patch: 'other' },
  r: { on: ['p'], says: 'Revert "PAY-1: Fix login"', patch: '-other' },
};

const inMain = (
  story: Record<string, Told>,
  some: Partial<PresenceFacts> = {},
  asked = 'c',
): string => {
  const facts = presenceFacts({ ...BASE, ...story }, some);
  return toldPresence(askPresence(facts, 'main', asked), asked);
};

describe('the proof by title', () => {
  it.each<[string, string, Record<string, Told>]>([
    [
      'the revert of its revert, in its own words',
      'adapted title main',
      { main: { on: ['base'], says: 'Reapply | This reverts commit %r%.', patch: 'else' } },
    ],
    [
      'the revert of its revert, with its very patch',
      'adapted title main',
      { main: { on: ['base'], says: 'Reapply | This reverts commit %r%.', patch: 'other' } },
    ],
    [
      'a pick of another title',
      'adapted title main',
      { main: { on: ['base'], says: 'Words | (cherry picked from commit %p%)', patch: 'z' } },
    ],
    [
      'a pick of another title, taken away again',
      'reverted revert main',
      {
        q: { on: ['base'], says: 'Words | (cherry picked from commit %p%)', patch: 'z' },
        main: { on: ['q'], says: 'Oops | This reverts commit %q%.', patch: '-z' },
      },
    ],
    ['its revert alone', 'absent', { main: { on: ['base'], says: 'Revert "x"', patch: '-other' } }],
  ])('takes for the form of a namesake %s: %s', (_, expected, story) => {
    expect(inMain({ ...REVERTED, ...story })).toBe(expected);
  });

  it.each<[string, string, Partial<PresenceFacts>, Record<string, Told>]>([
    ['cut one of its own diffs', 'unknown', {}, {}],
    [
      'has a diff that is larger than any it gives',
      'adapted title p',
      {},
      { main: { on: ['p'], says: 'PAY-7 Reformat', patch: 'huge' } },
    ],
    [
      'cut the diff of the namesake',
      'unknown',
      {},
      { p: { on: ['base'], says: 'PAY-1: Fix login', patch: '?' } },
    ],
    [
      'cut the diff of the change itself',
      'unknown',
      {},
      { c: { on: ['base'], says: 'PAY-1 Fix login', patch: '?' } },
    ],
    [
      'was not asked yet for one of its diffs',
      'unknown',
      {},
      { main: { on: ['p'], says: 'PAY-7 Reformat' } },
    ],
    ['was not asked yet for a file', 'unknown', { blobAt: () => undefined }, {}],
  ])('where the host %s: %s', (_, expected, some, story) => {
    const told: Record<string, Told> = {
      p: { on: ['base'], says: 'PAY-1: Fix login', patch: 'other' },
      main: { on: ['p'], says: 'PAY-7 Reformat', patch: '?' },
      ...story,
    };

    expect(inMain(told, some)).toBe(expected);
  });

  it('covers one of three commits of one title by one commit, the oldest first', () => {
    const facts = presenceFacts({
      base: { on: [], says: 'Start', patch: '' },
      one: { on: ['base'], says: 'PAY-1 Fix', patch: 'a' },
      two: { on: ['one'], says: 'PAY-1 Fix', patch: 'b' },
      three: { on: ['two'], says: 'PAY-1 Fix', patch: 'd' },
      main: { on: ['base'], says: 'PAY-1 Fix', patch: 'x' },
    });

    const answer = askPresence(facts, 'main', 'three', 'two', 'one');

    expect(['one', 'two', 'three'].map((name) => toldPresence(answer, name))).toEqual([
      'adapted title main',
      'absent',
      'absent',
    ]);
  });

  it('does not take a commit of the line itself for the adapted form of another one', () => {
    const story: Record<string, Told> = {
      other: { on: ['base'], says: 'PAY-1 Fix login', patch: 'part two' },
      dev: { on: ['c', 'other'], says: "Merge branch 'two'" },
      main: { on: ['base', 'other'], says: "Merge branch 'two'" },
    };

    expect(inMain(story, { lineHeads: [shaOf('dev')] })).toBe('absent');
  });
});
