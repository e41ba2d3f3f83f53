import {
  changesOf,
  lineCells,
  presenceIn,
  type LineState,
  type PresenceState,
} from '../../../src/domain/lines/line-state';
import type { RefName } from '../../../src/domain/evidence/issue-evidence';
import type { BranchHead, RepositoryStatus } from '../../../src/domain/evidence/repository-status';
import {
  association,
  commitEvidence,
  inRefs,
  repositoryEvidence,
  repositoryStatus,
} from '../../support/builders';
import { line } from '../../support/settings';

const READ: BranchHead = { state: 'read', sha: 'h1' };
const MISSING: BranchHead = { state: 'missing' };
const UNKNOWN: BranchHead = { state: 'unknown' };

const shown = (sha: string, ...refs: RefName[]) =>
  commitEvidence({ sha, presence: inRefs(...refs) });

/** The cell of the one line `test`, which is `release/test`. */
function cellOf(commits: ReturnType<typeof shown>[], status: RepositoryStatus | undefined) {
  const settings = { route: ['test'], lines: { test: line('release/test') } };
  const [cell] = lineCells(settings, { lines: {} }, repositoryEvidence({ commits }), status);
  return cell;
}

describe('changesOf', () => {
  it.each([
    { when: 'no commit', commits: [], changes: [] },
    { when: 'one without a change among others', commits: ['a', '- m', 'b'], changes: ['a', 'b'] },
    { when: 'none with a change', commits: ['- m', '- n'], changes: ['- m', '- n'] },
  ])('of $when: $changes', ({ commits, changes }) => {
    const evidence = commits.map((sha) =>
      commitEvidence({ sha, carriesChange: !sha.startsWith('-') }),
    );

    expect(changesOf({ commits: evidence }).map(({ sha }) => sha)).toEqual(changes);
  });
});

describe('a revert that was undone', () => {
  const undone = (kind: 'owns' | 'reverts') =>
    commitEvidence({
      associations: [association({ kind, source: 'revert' })],
      presence: { 'branch:release/test': { state: 'reverted', by: 'revert', as: 'b2' } },
    });

  it.each([
    { kind: 'reverts', present: 1, reverted: 0, state: 'all' },
    { kind: 'owns', present: 0, reverted: 1, state: 'none' },
  ] as const)('leaves nothing to bring: one that $kind is $state', ({ kind, ...told }) => {
    expect(
      cellOf([undone(kind)], repositoryStatus({ branches: { 'release/test': READ } })),
    ).toEqual(expect.objectContaining(told));
  });
});

describe('presenceIn', () => {
  it.each<{ refs: RefName[]; head: BranchHead['state']; state: PresenceState }>([
    { refs: ['branch:main'], head: 'read', state: 'present' },
    { refs: ['branch:main'], head: 'unknown', state: 'present' },
    { refs: ['branch:develop'], head: 'read', state: 'absent' },
    { refs: ['branch:develop'], head: 'missing', state: 'absent' },
    { refs: ['branch:develop'], head: 'unknown', state: 'unknown' },
    { refs: ['branch:main2', 'deployed:main'], head: 'read', state: 'absent' },
  ])('of a commit in $refs, main is $head: $state', ({ refs, head, state }) => {
    const proof = state === 'present' ? { by: 'ancestor', as: 'a1' } : { by: null, as: null };

    expect(presenceIn(commitEvidence({ presence: inRefs(...refs) }), 'main', head)).toEqual({
      state,
      ...proof,
    });
  });
});

describe('lineCells, by branch', () => {
  const both = [shown('a', 'branch:release/test'), shown('b', 'branch:release/test')];
  const one = [shown('a', 'branch:release/test'), shown('b', 'branch:develop')];
  const none = [shown('a', 'branch:develop'), shown('b')];

  it.each<{
    when: string;
    commits: typeof both;
    head: BranchHead;
    state: LineState;
    counts: [present: number, unknown: number, of: number];
  }>([
    { when: 'holds all', commits: both, head: READ, state: 'all', counts: [2, 0, 2] },
    { when: 'holds some', commits: one, head: READ, state: 'part', counts: [1, 0, 2] },
    { when: 'holds none', commits: none, head: READ, state: 'none', counts: [0, 0, 2] },
    { when: 'does not exist', commits: none, head: MISSING, state: 'none', counts: [0, 0, 2] },
    { when: 'was not read', commits: none, head: UNKNOWN, state: 'unknown', counts: [0, 2, 2] },
    {
      when: 'was read in part',
      commits: one,
      head: UNKNOWN,
      state: 'unknown',
      counts: [1, 1, 2],
    },
    {
      when: 'was read in part, and far enough',
      commits: both,
      head: UNKNOWN,
      state: 'all',
      counts: [2, 0, 2],
    },
    { when: 'has no changes to hold', commits: [], head: READ, state: 'none', counts: [0, 0, 0] },
  ])('is $state when the branch $when', ({ commits, head, state, counts }) => {
    const cell = cellOf(commits, repositoryStatus({ branches: { 'release/test': head } }));

    const [present, unknown, of] = counts;
    expect(cell).toEqual({
      line: 'test',
      branch: 'release/test',
      branchState: head.state,
      state,
      present,
      adapted: 0,
      reverted: 0,
      unknown,
      of,
      environments: [],
    });
  });

  it.each<{ found: PresenceState[]; state: LineState; counts: object }>([
    {
      found: ['present', 'adapted'],
      state: 'all',
      counts: { present: 2, adapted: 1, reverted: 0, unknown: 0 },
    },
    {
      found: ['adapted', 'reverted'],
      state: 'part',
      counts: { present: 1, adapted: 1, reverted: 1, unknown: 0 },
    },
    {
      found: ['reverted', 'reverted'],
      state: 'none',
      counts: { present: 0, adapted: 0, reverted: 2, unknown: 0 },
    },
    {
      found: ['present', 'unknown'],
      state: 'unknown',
      counts: { present: 1, adapted: 0, reverted: 0, unknown: 1 },
    },
  ])('is $state of changes that are $found', ({ found, state, counts }) => {
    const commits = found.map((each) =>
      commitEvidence({ presence: { 'branch:release/test': { state: each, by: null, as: null } } }),
    );

    expect(cellOf(commits, repositoryStatus())).toMatchObject({ state, ...counts, of: 2 });
  });

  it.each([
    { when: 'the repository was never read', status: undefined },
    {
      when: 'the line was given this branch after the last reading',
      status: repositoryStatus({ branches: {} }),
    },
    {
      when: 'the branch is called as something that every object has',
      status: repositoryStatus({ branches: { toString: READ } }),
    },
  ])('is unknown when $when', ({ status }) => {
    expect(cellOf(none, status)).toMatchObject({
      branchState: 'unknown',
      state: 'unknown',
      unknown: 2,
    });
  });

  it('takes a branch that is called constructor for one that was not read', () => {
    const settings = { route: ['test'], lines: { test: line('constructor') } };

    const cells = lineCells(settings, { lines: {} }, { commits: none }, repositoryStatus());

    expect(cells).toMatchObject([{ branchState: 'unknown', state: 'unknown' }]);
  });

  it('counts commits without a change only when there is nothing else', () => {
    const merge = commitEvidence({ sha: 'm', carriesChange: false, presence: inRefs() });

    expect(cellOf([...both, merge], repositoryStatus())).toMatchObject({ state: 'all', of: 2 });
    expect(cellOf([merge], repositoryStatus())).toMatchObject({ state: 'none', of: 1 });
  });

  it('goes along the route, with the branches of the repository itself', () => {
    const settings = {
      route: ['test', 'prod', 'gone'],
      lines: { prod: line('main'), test: line('release/test') },
    };
    const own = { lines: { prod: { branch: 'master' } } };
    const status = repositoryStatus({ branches: { 'release/test': READ, master: READ } });

    const cells = lineCells(settings, own, { commits: [shown('a', 'branch:master')] }, status);

    expect(cells.map(({ line: name, branch, state }) => [name, branch, state])).toEqual([
      ['test', 'release/test', 'none'],
      ['prod', 'master', 'all'],
    ]);
  });
});
