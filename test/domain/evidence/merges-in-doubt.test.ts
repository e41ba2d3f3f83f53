import { findMergesInDoubt } from '../../../src/domain/evidence/merges-in-doubt';
import { createGraph } from '../../../src/domain/lines/reachable';
import type { ChangedPath, DiffFact } from '../../../src/domain/presence/diff-fact';
import { commit } from '../../support/builders';

const COMMITS = [
  { sha: 'base', parents: [] },
  { sha: 'ours', parents: ['base'] },
  { sha: 'theirs', parents: ['base'] },
  { sha: 'merge', parents: ['ours', 'theirs'] },
].map((one, at) => commit({ ...one, committedAt: `2026-05-01T08:0${at}:00Z` }));

const touching = (...names: string[]): DiffFact => ({
  status: 'known',
  patchId: 'p',
  ...{ loosePatchId: null, linesId: null, inverseId: null, growth: 0 },
  paths: names.map((path): ChangedPath => ({ path, before: 'b', after: 'a', mode: null })),
});
const UNREAD: DiffFact = { status: 'unread' };

function ask(diffs: Record<string, DiffFact>, heads = ['base', 'merge']) {
  const { doubtful, questions, missingDiffs } = findMergesInDoubt({
    commits: COMMITS,
    graph: createGraph(COMMITS),
    owned: COMMITS,
    heads,
    diffOf: (sha) => diffs[sha],
  });
  return [[...doubtful], questions.map(({ paths }) => paths.join()), [...missingDiffs]];
}

describe('findMergesInDoubt', () => {
  it.each([
    {
      when: 'both sides changed a file',
      diffs: { ours: touching('a', 'x'), theirs: touching('x', 'b') },
      told: [['merge'], ['x'], []],
    },
    {
      when: 'the sides changed no file in common',
      diffs: { ours: touching('a'), theirs: touching('b') },
      told: [[], [], []],
    },
    {
      when: 'one side is known: any of its files',
      diffs: { ours: touching('a', 'b') },
      told: [['merge'], ['a,b'], []],
    },
    { when: 'no side is known', diffs: {}, told: [['merge'], [], ['ours']] },
    {
      when: 'neither side can be known',
      diffs: { ours: UNREAD, theirs: UNREAD },
      told: [['merge'], [], []],
    },
    {
      when: 'it was told before',
      diffs: { ours: touching('x'), theirs: touching('x'), merge: touching('x') },
      told: [['merge'], [], []],
    },
  ])('when $when', ({ diffs, told }) => {
    expect(ask(diffs)).toEqual(told);
  });

  it('asks nothing of a merge that every ref has', () => {
    expect(ask({ ours: touching('x'), theirs: touching('x') }, ['merge'])).toEqual([[], [], []]);
  });
});
