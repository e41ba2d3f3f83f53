import type { PresenceFacts } from '../../../src/domain/presence/presence-facts';
import {
  askPresence,
  nameOf,
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

const inMain = (
  story: Record<string, Told>,
  some: Partial<PresenceFacts> = {},
  asked = 'c',
): string => {
  const facts = presenceFacts({ ...BASE, ...story }, some);
  return toldPresence(askPresence(facts, 'main', asked), asked);
};

describe('presence', () => {
  it.each<[string, string, Record<string, Told>]>([
    [
      'the ref reaches the commit',
      'present ancestor c',
      { main: { on: ['c'], says: 'x', patch: 'x' } },
    ],
    [
      'a commit says that it is a pick of it',
      'present cherry-pick main',
      { main: { on: ['base'], says: 'Other | (cherry picked from commit %c%)', patch: 'y' } },
    ],
    [
      'a pick of a pick says so',
      'present cherry-pick main',
      {
        p: { on: ['base'], says: 'Other | (cherry picked from commit %c%)', patch: 'y' },
        main: { on: ['base'], says: 'Another | (cherry picked from commit %p%)', patch: 'z' },
      },
    ],
    [
      'the ref has the original that it was picked from',
      'present cherry-pick main',
      {
        main: { on: ['base'], says: 'PAY-1 First', patch: 'y' },
        c: {
          on: ['base'],
          says: 'PAY-1 Fix login | (cherry picked from commit %main%)',
          patch: 'fix',
        },
      },
    ],
    [
      'a commit has the same patch, whatever its title',
      'present patch main',
      { main: { on: ['base'], says: 'AY-1 typo', patch: 'fix' } },
    ],
    [
      'a commit of the issue has the same patch in other surroundings',
      'present patch-loose main',
      { main: { on: ['base'], says: 'PAY-1 Other words', patch: 'fix@moved' } },
    ],
    [
      'the same patch in other surroundings was taken away and made again',
      'present patch-loose main',
      {
        p: { on: ['base'], says: 'PAY-1 Other words', patch: 'fix@moved' },
        r: { on: ['p'], says: 'Wrong message | This reverts commit %p%.', patch: 'r' },
        main: { on: ['r'], says: 'PAY-1 Other words', patch: 'fix@moved' },
      },
    ],
    [
      'a commit of another issue has the same patch in other surroundings',
      'absent',
      { main: { on: ['base'], says: 'PAY-2 Other words', patch: 'fix@moved' } },
    ],
    [
      'a commit of the issue has the same title and another patch',
      'adapted title main',
      { main: { on: ['base'], says: '[PAY-1]:  fix LOGIN (#12)', patch: 'other' } },
    ],
    [
      'a commit of another issue has the same title',
      'absent',
      { main: { on: ['base'], says: 'PAY-2 Fix login', patch: 'other' } },
    ],
    ['nothing proves it', 'absent', { main: { on: ['base'], says: 'PAY-1 Unlike', patch: 'x' } }],
    [
      'its own diff was not read',
      'unknown',
      {
        c: { on: ['base'], says: 'PAY-1 Fix login', patch: '?' },
        main: { on: ['base'], says: 'PAY-1 Fix login', patch: 'x' },
      },
    ],
    [
      'a diff of the ref was not read',
      'unknown',
      { main: { on: ['base'], says: 'PAY-1 Fix login', patch: '?' } },
    ],
    [
      'a diff of the ref was not read, but another commit proves it',
      'present patch p',
      { p: { on: ['base'], says: 'x', patch: 'fix' }, main: { on: ['p'], says: 'y', patch: '?' } },
    ],
    ['the ref itself was not read', 'unknown', {}],
    [
      'it is empty',
      'present empty carries-no-change',
      {
        c: { on: ['base'], says: 'PAY-1 Addendum', patch: '' },
        main: { on: ['base'], says: 'x', patch: 'x' },
      },
    ],
    [
      'it only merges',
      'present empty carries-no-change',
      {
        b: { on: ['base'], says: 'b', patch: 'b' },
        c: { on: ['base', 'b'], says: "Merge branch 'PAY-1'" },
        main: { on: ['base'], says: 'x', patch: 'x' },
      },
    ],
    [
      'it is a merge that resolved a conflict',
      'absent',
      {
        b: { on: ['base'], says: 'b', patch: 'b' },
        c: { on: ['base', 'b'], says: "Merge branch 'PAY-1'", patch: 'evil' },
        main: { on: ['base'], says: 'x', patch: 'x' },
      },
    ],
    [
      'the merge that brought it kept only its other parent',
      'absent merged-without-content',
      {
        base: { on: [], says: 'Start', patch: '', tree: 't1' },
        c: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix', tree: 't2' },
        main: { on: ['base', 'c'], says: "Merge branch 'dev'", tree: 't1' },
      },
    ],
    [
      'the host does not tell the trees of such a merge',
      'present ancestor c',
      { main: { on: ['base', 'c'], says: "Merge branch 'dev'" } },
    ],
  ])('when %s: %s', (_, expected, story) => {
    expect(inMain(story)).toBe(expected);
  });

  it('finds the squash of a run of commits', () => {
    const story: Record<string, Told> = {
      c: { on: ['base'], says: 'PAY-1 Part one', patch: 'f+a', files: { f: '1' } },
      d: { on: ['c'], says: 'PAY-1 Part two', patch: 'f+b', files: { f: '2' } },
      main: { on: ['base'], says: 'Both (#3)', patch: 'f+a+b+', files: { f: '3' } },
    };
    const combinedOf: PresenceFacts['combinedOf'] = ({ base, head }) => ({
      status: 'known',
      patchId: nameOf(base) === 'base' && nameOf(head) === 'd' ? 'f+a+b+' : 'else',
    });

    expect(inMain(story, { combinedOf })).toBe('present squash main');
    expect(inMain(story, { combinedOf: () => undefined })).toBe('unknown');
    expect(inMain(story, { combinedOf: () => ({ status: 'unread' }) })).toBe('unknown');
  });

  it.each<[string, ReturnType<PresenceFacts['blobAt']>, string]>([
    ['the same', { blob: 'login-old', mode: null }, 'present content main'],
    ['another', { blob: 'else', mode: null }, 'absent'],
    ['not there', null, 'absent'],
    ['not read', 'unread', 'unknown'],
    ['not asked for', undefined, 'unknown'],
  ])('compares the files that it left: %s', (_, file, expected) => {
    const story: Record<string, Told> = {
      tidy: { on: ['base'], says: 'Tidy', patch: 'tidy', files: { login: 'tidy-new' } },
      c: { on: ['tidy'], says: 'PAY-1 Fix login', patch: 'fix', files: { login: 'login-old' } },
      main: { on: ['base'], says: 'x', patch: 'x' },
    };

    expect(inMain(story, { blobAt: () => file })).toBe(expected);
  });

  it('needs no file where the diffs since both parted tell that it is another', () => {
    const story: Record<string, Told> = { main: { on: ['base'], says: 'x', patch: 'x' } };

    expect(inMain(story, { blobAt: () => undefined })).toBe('absent');
  });

  it('says what to ask the host for, round by round', () => {
    const story: Record<string, Told> = {
      base: { on: [], says: 'Start', patch: '' },
      c: { on: ['base'], says: 'PAY-1 Fix login' },
      main: { on: ['base'], says: 'x' },
    };
    const first = askPresence(presenceFacts(story), 'main', 'c').needs;
    const own = presenceFacts(
      { ...story, c: { on: ['base'], says: 'PAY-1 Fix login', patch: 'fix' } },
      { blobAt: () => undefined },
    );
    const second = askPresence(own, 'main', 'c').needs;

    expect([...first.diffs].map(nameOf)).toEqual(['c']);
    expect([...second.diffs].map(nameOf)).toEqual(['main']);
    expect([...second.blobs]).toEqual([[shaOf('main'), new Set(['fix'])]]);
  });

  it('decides 200 commits in three refs of a history of 3,000', () => {
    const story: Record<string, Told> = { base: { on: [], says: 'Start', patch: '' } };
    const line = (name: string, count: number, patch: (at: number) => string): void => {
      for (let at = 0; at < count; at += 1) {
        story[`${name}x${at}x`] = {
          on: [at === 0 ? 'base' : `${name}x${at - 1}x`],
          says: `PAY-${at % 50} ${name} ${at}`,
          patch: patch(at),
        };
      }
    };
    line('dev', 200, (at) => `p${at}`);
    for (const name of ['main', 'rel', 'old']) {
      line(name, 950, (at) => (at % 5 === 0 ? `p${at / 5}` : `${name}${at}`));
    }
    const facts = presenceFacts(story);
    const names = Array.from({ length: 200 }, (_, at) => `devx${at}x`);

    const counts = ['main', 'rel', 'old'].map((name) => {
      const { found } = askPresence(facts, `${name}x949x`, ...names);
      return [...found.values()].filter(({ state }) => state === 'present').length;
    });

    expect(counts).toEqual([190, 190, 190]);
  });
});
