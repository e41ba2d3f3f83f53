import { askPresence, presenceFacts, toldPresence, type Told } from '../../support/presence-facts';

/** The change `c` is made on the branch `dev`, which left `main` at `base`. */
const BASE: Record<string, Told> = {
  base: { on: [], says: 'Start', patch: '' },
  c: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix' },
};

const inMain = (story: Record<string, Told>): string =>
  toldPresence(askPresence(presenceFacts({ ...BASE, ...story }), 'main', 'c'), 'c');

describe('presence of a change that was reverted', () => {
  it.each<[string, string, Record<string, Told>]>([
    [
      'by sha',
      'reverted revert main',
      { main: { on: ['c'], says: 'Oops | This reverts commit %c%.', patch: 'r' } },
    ],
    [
      'by title',
      'reverted revert main',
      { main: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: 'r' } },
    ],
    [
      'by title, after an empty commit of its title',
      'reverted revert main',
      {
        e: { on: ['c'], says: 'PAY-1 Fix login', patch: '' },
        main: { on: ['e'], says: 'Revert "PAY-1 Fix login"', patch: 'r' },
      },
    ],
    [
      'by an empty commit, which took nothing away',
      'present ancestor c',
      { main: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: '' } },
    ],
    [
      'by its inverse patch, under another issue',
      'reverted revert main',
      { main: { on: ['c'], says: 'PAY-9 Tidy', patch: '-fix' } },
    ],
    [
      'after it came along in another form',
      'reverted revert main',
      {
        p: { on: ['base'], says: 'PAY-1 Fix login', patch: 'other' },
        main: {
          on: ['p'],
          says: 'Revert "PAY-1 Fix login" | This reverts commit %p%.',
          patch: 'r',
        },
      },
    ],
    [
      'as a pick that names the original',
      'reverted revert main',
      {
        p: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix' },
        main: { on: ['p'], says: 'Revert "x" | This reverts commit %c%.', patch: 'r' },
      },
    ],
    [
      'with the merge that brought it',
      'reverted revert main',
      {
        m: { on: ['base', 'c'], says: "Merge branch 'dev'" },
        main: {
          on: ['m'],
          says: 'Revert "Merge" | This reverts commit %m%, reversing\nchanges made to %base%.',
          patch: 'r',
        },
      },
    ],
    [
      'and brought back by the revert of the revert',
      'present ancestor c',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login" | This reverts commit %c%.', patch: 'r' },
        main: {
          on: ['r'],
          says: 'Revert "Revert "PAY-1 Fix login"" | This reverts commit %r%.',
          patch: 'a',
        },
      },
    ],
    [
      'and brought back by a reapply by title',
      'present ancestor c',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: 'r' },
        main: { on: ['r'], says: 'Reapply "PAY-1 Fix login"', patch: 'a' },
      },
    ],
    [
      'and made again by the same patch',
      'present ancestor c',
      {
        r: {
          on: ['c'],
          says: 'Revert "PAY-1 Fix login" | This reverts commit %c%.',
          patch: '-fix',
        },
        main: { on: ['r'], says: 'PAY-1 Again', patch: 'fix' },
      },
    ],
    [
      'and made again in another form',
      'adapted title main',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login" | This reverts commit %c%.', patch: 'r' },
        main: { on: ['r'], says: 'PAY-1 Fix login', patch: 'fixed' },
      },
    ],
    [
      'and again after that',
      'reverted revert main',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: '-fix' },
        a: { on: ['r'], says: 'Reapply "PAY-1 Fix login"', patch: 'fix' },
        main: { on: ['a'], says: 'Revert "Reapply "PAY-1 Fix login""', patch: '-fix' },
      },
    ],
    [
      'on one side of a merge, while the other had made it in another form',
      'adapted title p',
      {
        r: { on: ['c'], says: 'Revert "x" | This reverts commit %c%.', patch: '-fix' },
        p: { on: ['base'], says: 'PAY-1: Fix login', patch: 'other' },
        main: { on: ['p', 'r'], says: "Merge branch 'work'" },
      },
    ],
    [
      'by the very title, beside another form whose revert was reverted by its very title',
      'adapted title p',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: '-fix' },
        p: { on: ['base'], says: 'PAY-1: Fix login', patch: 'other' },
        q: { on: ['p'], says: 'Revert "PAY-1: Fix login"', patch: '-other' },
        m: { on: ['r', 'q'], says: "Merge branch 'work'" },
        main: { on: ['m'], says: 'Revert "Revert "PAY-1: Fix login""', patch: 'a' },
      },
    ],
    [
      'on one of three sides of a merge, where another still had it',
      'reverted revert r',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: 'r' },
        d: { on: ['c'], says: 'More', patch: 'd' },
        b: { on: ['base'], says: 'Other', patch: 'b' },
        main: { on: ['b', 'd', 'r'], says: 'Merge three branches' },
      },
    ],
    [
      'as its twin in a file that was moved, after a merge made one of both',
      'reverted revert main',
      {
        c: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix', files: { old: '1' } },
        m: { on: ['base'], says: 'PAY-2 Move', patch: 'move', moved: ['old', 'new'] },
        p: {
          ...{ on: ['m'], says: 'PAY-1: Fix login', patch: 'fix in new' },
          ...{ lines: 'fix', files: { new: '2' } },
        },
        n: { on: ['c', 'p'], says: "Merge branch 'work'" },
        main: {
          on: ['n'],
          says: 'Revert "PAY-1: Fix login" | This reverts commit %p%.',
          patch: 'r',
        },
      },
    ],
    [
      'as the same line in another file, which no move made of its own',
      'present ancestor c',
      {
        c: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix', files: { one: '1' } },
        p: {
          ...{ on: ['c'], says: 'PAY-1 Fix login', patch: 'fix in two' },
          ...{ lines: 'fix', files: { two: '2' } },
        },
        main: { on: ['p'], says: 'Undo | This reverts commit %p%.', patch: 'r' },
      },
    ],
    [
      'only where the ref does not reach',
      'present ancestor c',
      {
        r: { on: ['c'], says: 'Revert "PAY-1 Fix login"', patch: '-fix' },
        main: { on: ['c'], says: 'x', patch: 'x' },
      },
    ],
  ])('a change that was reverted %s: %s', (_, expected, story) => {
    expect(inMain(story)).toBe(expected);
  });

  it('lets one revert by title answer one of three commits of that title', () => {
    const facts = presenceFacts({
      base: { on: [], says: 'Start', patch: '' },
      one: { on: ['base'], says: 'PAY-1 Fix', patch: 'a' },
      two: { on: ['one'], says: 'PAY-1 Fix', patch: 'b' },
      three: { on: ['two'], says: 'PAY-1 Fix', patch: 'd' },
      main: { on: ['three'], says: 'Revert "PAY-1 Fix"', patch: 'r' },
    });

    const answer = askPresence(facts, 'main', 'one', 'two', 'three');

    expect(['one', 'two', 'three'].map((name) => toldPresence(answer, name))).toEqual([
      'present ancestor one',
      'present ancestor two',
      'reverted revert main',
    ]);
  });
});
