import type { PresenceFacts } from '../../../src/domain/presence/presence-facts';
import {
  askPresence,
  nameOf,
  presenceFacts,
  toldPresence,
  type Told,
} from '../../support/presence-facts';

const ID = 'Change-Id: I0123456789abcdef0123456789abcdef01234567';
const TITLE = "Merge branch 'PAY-1-login'";
const MERGE: Told = {
  on: ['ours', 'theirs'],
  says: TITLE,
  patch: 'resolved',
  files: { 'db/x.ts': 'joined' },
};

/** `dev` left `main` at `base`; there the merge `c` resolved a conflict of its two sides. */
const BASE: Record<string, Told> = {
  base: { on: [], says: 'Start', patch: '' },
  ours: { on: ['base'], says: 'Ours', patch: 'ours', files: { 'db/x.ts': 'one' } },
  theirs: { on: ['base'], says: 'PAY-1 Theirs', patch: 'theirs', files: { 'db/x.ts': 'other' } },
  c: MERGE,
};
const UNTOLD: Told = { ...MERGE, patch: '?' };
const PICK: Told = {
  on: ['base'],
  says: 'Words | (cherry picked from commit %c%)',
  patch: 'whole',
};
const REVERT: Told = {
  on: ['c'],
  says: `Revert "${TITLE}" | This reverts commit %c%, reversing\nchanges made to %ours%.`,
  patch: 'r',
};
/** Both sides of the merge again on `main`, where they are other commits. */
const SIDES: Record<string, Told> = {
  a: { on: ['base'], says: 'Ours', patch: 'ours', files: { 'db/x.ts': 'one' } },
  b: { on: ['base'], says: 'PAY-1 Theirs', patch: 'theirs', files: { 'db/x.ts': 'other' } },
};

type Row = [when: string, expected: string, story: Record<string, Told>];

const inMain = (story: Record<string, Told>, some: Partial<PresenceFacts> = {}): string =>
  toldPresence(askPresence(presenceFacts({ ...BASE, ...story }, some), 'main', 'c'), 'c');

const onTop = (...on: string[]): Record<string, Told> => ({
  main: { on, says: 'PAY-2 On top', patch: 'top' },
});

describe('presence of a merge that resolved a conflict', () => {
  it.each<Row>([
    ['the ref reaches it', 'present ancestor c', onTop('c')],
    [
      'the ref reaches a merge that brought it',
      'present ancestor c',
      { main: { on: ['base', 'c'], says: "Merge branch 'dev'" } },
    ],
    ['a commit says that it is a pick of it', 'present cherry-pick main', { main: PICK }],
    [
      'a merge of the ref says so, whose own change nobody could tell',
      'present cherry-pick main',
      {
        ...SIDES,
        main: { on: ['a', 'b'], says: 'Words | (cherry picked from commit %c%)', patch: '?' },
      },
    ],
    [
      'a commit has its change id',
      'present change-id main',
      {
        c: { ...MERGE, says: `${TITLE} | ${ID}` },
        main: { on: ['base'], says: `Words | ${ID}`, patch: 'whole' },
      },
    ],
    [
      'a merge of the issue has its title and resolved the conflict otherwise',
      'adapted title m',
      {
        ...SIDES,
        m: { on: ['a', 'b'], says: TITLE, patch: 'otherwise', files: { 'db/x.ts': 'else' } },
        ...onTop('m'),
      },
    ],
    [
      'a commit of the issue has its title',
      'adapted title p',
      { p: { on: ['base'], says: `${TITLE} (#3)`, patch: 'whole' }, ...onTop('p') },
    ],
    [
      'a merge of the issue has its title and only merges',
      'absent',
      { ...SIDES, m: { on: ['a', 'b'], says: TITLE }, ...onTop('m') },
    ],
    [
      'a merge of the issue has its title, and nobody could tell what it changed itself',
      'unknown',
      { ...SIDES, m: { on: ['a', 'b'], says: TITLE, patch: '?' }, ...onTop('m') },
    ],
    [
      'a merge of another issue has its title, and nobody could tell what it changed itself',
      'absent',
      {
        ...SIDES,
        m: { on: ['a', 'b'], says: "Merge branch 'PAY-9-login'", patch: '?' },
        ...onTop('m'),
      },
    ],
    ['the ref has one of its sides', 'absent', onTop('theirs')],
    ['the ref has both of its sides', 'absent', { ...SIDES, ...onTop('a', 'b') }],
    ['nothing of it is there', 'absent', onTop('base')],
    ['nobody could tell what it changed itself', 'unknown', { c: UNTOLD, ...onTop('base') }],
    [
      'nobody could tell what it changed itself, and the ref reaches it',
      'present ancestor c',
      { c: UNTOLD, ...onTop('c') },
    ],
    [
      'nobody could tell what it changed itself, and a commit is a pick of it',
      'present cherry-pick main',
      { c: UNTOLD, main: PICK },
    ],
    [
      'a diff of the ref was not read',
      'unknown',
      { main: { on: ['base'], says: 'Words', patch: '?' } },
    ],
  ])('when %s: %s', (_, expected, story) => {
    expect(inMain(story)).toBe(expected);
  });

  it.each<[string, ReturnType<PresenceFacts['blobAt']>, string]>([
    ['the same', { blob: 'joined', mode: null }, 'present content main'],
    ['as one side had it', { blob: 'other', mode: null }, 'absent'],
    ['not there', null, 'absent'],
    ['not read', 'unread', 'unknown'],
    ['not asked for', undefined, 'unknown'],
  ])('compares the files that it resolved: %s', (_, file, expected) => {
    expect(inMain(onTop('base'), { blobAt: () => file })).toBe(expected);
  });

  it('finds the squash of the pull request that holds it', () => {
    const story: Record<string, Told> = {
      d: { on: ['c'], says: 'PAY-1 More', patch: 'd', files: { d: '1' } },
      main: {
        on: ['ours'],
        says: 'All (#3)',
        patch: 'all+++++',
        files: { 'db/x.ts': 'joined', d: '1' },
      },
    };
    const shas = ['theirs', 'c', 'd'];
    const facts = presenceFacts({ ...BASE, ...story });
    const pullRequests = [
      facts.commits.map(({ sha }) => sha).filter((sha) => shas.includes(nameOf(sha))),
    ];
    const combinedOf: PresenceFacts['combinedOf'] = ({ base, head }) => ({
      status: 'known',
      patchId: nameOf(base) === 'ours' && nameOf(head) === 'd' ? 'all+++++' : 'else',
    });

    expect(inMain(story, { pullRequests, combinedOf })).toBe('present squash main');
    expect(inMain(story, { pullRequests, combinedOf: () => undefined })).toBe('unknown');
  });

  it.each<Row>([
    ['as a whole, against its first parent', 'reverted revert r', { r: REVERT, ...onTop('r') }],
    [
      'as a whole, against its other parent',
      'reverted revert r',
      {
        r: {
          ...REVERT,
          says: 'Undo | This reverts commit %c%, reversing\nchanges made to %theirs%.',
        },
        ...onTop('r'),
      },
    ],
    [
      'as a whole, by a title alone',
      'reverted revert r',
      { r: { ...REVERT, says: `Revert "${TITLE}"` }, ...onTop('r') },
    ],
    [
      'as a whole, though nobody could tell what it changed itself',
      'reverted revert r',
      { c: UNTOLD, r: REVERT, ...onTop('r') },
    ],
    [
      'with the merge that brought it',
      'reverted revert r',
      {
        m: { on: ['base', 'c'], says: "Merge branch 'dev'" },
        r: {
          on: ['m'],
          says: 'Undo | This reverts commit %m%, reversing\nchanges made to %base%.',
          patch: 'r',
        },
        ...onTop('r'),
      },
    ],
    [
      'where it came as a pick',
      'reverted revert r',
      {
        p: PICK,
        r: { on: ['p'], says: 'Undo | This reverts commit %p%.', patch: '-whole' },
        ...onTop('r'),
      },
    ],
    [
      'where another merge of its title resolved the conflict',
      'reverted revert r',
      {
        ...SIDES,
        m: { on: ['a', 'b'], says: TITLE, patch: 'otherwise', files: { 'db/x.ts': 'else' } },
        r: {
          on: ['m'],
          says: 'Undo | This reverts commit %m%, reversing\nchanges made to %a%.',
          patch: 'r',
        },
        ...onTop('r'),
      },
    ],
    [
      'and brought back by the revert of that',
      'present ancestor c',
      {
        r: REVERT,
        rr: {
          on: ['r'],
          says: `Reapply "${TITLE}" | This reverts commit %r%.`,
          patch: 'rr',
        },
        ...onTop('rr'),
      },
    ],
    [
      'and brought back by the revert of that, by titles alone',
      'present ancestor c',
      {
        r: { ...REVERT, says: `Revert "${TITLE}"` },
        rr: { on: ['r'], says: `Revert "Revert "${TITLE}""`, patch: 'rr' },
        ...onTop('rr'),
      },
    ],
    ['only where the ref does not reach', 'present ancestor c', { r: REVERT, ...onTop('c') }],
    [
      'in one of its sides alone',
      'present ancestor c',
      {
        r: { on: ['c'], says: 'Undo | This reverts commit %theirs%.', patch: '-theirs' },
        ...onTop('r'),
      },
    ],
  ])('when it was reverted %s: %s', (_, expected, story) => {
    expect(inMain(story)).toBe(expected);
  });
});
