import { createGraph, isReachable, reachableFrom } from '../../../src/domain/lines/reachable';
import { generatedHistory } from '../../support/generated-history';

const chain = (length: number) =>
  Array.from({ length }, (_, index) => ({
    sha: `c${index}`,
    parents: index === 0 ? [] : [`c${index - 1}`],
  }));

describe('reachableFrom', () => {
  it('reaches a commit itself and all its ancestors', () => {
    const graph = createGraph([
      { sha: 'm', parents: ['a', 'b'] },
      { sha: 'a', parents: ['r'] },
      { sha: 'b', parents: ['r'] },
      { sha: 'other', parents: ['r'] },
      { sha: 'r', parents: [] },
    ]);

    expect([...reachableFrom(graph, 'm').shas].sort()).toEqual(['a', 'b', 'm', 'r']);
  });

  it.each([
    { head: 'c1', shas: ['c1'], unread: ['c0'] },
    { head: 'elsewhere', shas: [], unread: ['elsewhere'] },
  ])('says where the reading of $head ended', ({ head, shas, unread }) => {
    const graph = createGraph([{ sha: 'c1', parents: ['c0'] }]);

    const reach = reachableFrom(graph, head);

    expect([...reach.shas]).toEqual(shas);
    expect([...reach.unread]).toEqual(unread);
  });

  it('walks a chain of 100,000 commits to its end', () => {
    const graph = createGraph(chain(100_000).toReversed());

    expect(reachableFrom(graph, 'c99999').shas.size).toBe(100_000);
  });

  it('agrees with git rev-list on a generated history', () => {
    const { commits, revList, remove } = generatedHistory(20_260_102, 400);
    const graph = createGraph(commits);
    const heads = commits.filter((_, index) => index % 40 === 0).map(({ sha }) => sha);

    const ours = heads.map((sha) => [...reachableFrom(graph, sha).shas].sort());
    const gits = heads.map((sha) => revList(sha));
    remove();

    expect(commits.filter(({ parents }) => parents.length > 1).length).toBeGreaterThan(100);
    expect(ours).toEqual(gits);
  });
});

describe('isReachable', () => {
  const whole = createGraph([...chain(4), { sha: 'side', parents: ['c1'] }]);
  const cut = createGraph([
    { sha: 'c3', parents: ['c2'] },
    { sha: 'c2', parents: ['c1'] },
    { sha: 'newer', parents: ['c2'] },
    { sha: 'beside', parents: ['c1'] },
    { sha: 'root', parents: [] },
    { sha: 'x', parents: ['root', 'unknown'] },
  ]);

  it.each([
    { what: 'an ancestor', graph: whole, head: 'c3', sha: 'c0', is: true },
    { what: 'the head itself', graph: whole, head: 'c3', sha: 'c3', is: true },
    { what: 'a commit beside', graph: whole, head: 'c3', sha: 'side', is: false },
    { what: 'a commit of no history', graph: whole, head: 'c3', sha: 'nowhere', is: false },
    { what: 'an ancestor before the cut', graph: cut, head: 'c3', sha: 'c2', is: true },
    { what: 'the commit behind the cut', graph: cut, head: 'c3', sha: 'c1', is: 'unknown' },
    { what: 'a commit that was not read', graph: cut, head: 'c3', sha: 'c0', is: 'unknown' },
    { what: 'a commit newer than the cut', graph: cut, head: 'c3', sha: 'newer', is: false },
    {
      what: 'a commit beside, newer than the cut',
      graph: cut,
      head: 'c3',
      sha: 'beside',
      is: false,
    },
    {
      what: 'a commit that may be behind the cut',
      graph: cut,
      head: 'c3',
      sha: 'root',
      is: 'unknown',
    },
    { what: 'a commit with another cut', graph: cut, head: 'c3', sha: 'x', is: 'unknown' },
    { what: 'anything from an unread head', graph: cut, head: 'gone', sha: 'c3', is: 'unknown' },
  ])('$what: $is', ({ graph, head, sha, is }) => {
    expect(isReachable(graph, reachableFrom(graph, head), sha)).toBe(is);
  });
});
