import { oldestFirst } from '../../../src/domain/lines/oldest-first';
import { createGraph } from '../../../src/domain/lines/reachable';
import { broughtInBy, createSides, firstParents } from '../../../src/domain/ownership/merge-sides';
import { generatedHistory } from '../../support/generated-history';

let minute = 0;
const commit = (sha: string, parents: string[], message = sha) => {
  minute += 1;
  const committedAt = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return { sha, parents, message, committedAt };
};

const bringers = (...[commits, heads]: Parameters<typeof broughtInBy>): Record<string, string> =>
  Object.fromEntries(broughtInBy(commits, heads));

describe('broughtInBy', () => {
  const base = [commit('r', []), commit('d1', ['r'])];
  const feature = [commit('f1', ['r']), commit('f2', ['f1'])];
  const merge = commit('m', ['d1', 'f2'], "Merge branch 'feature/PAY-1' into develop");

  it('names the merge for each commit of its other side', () => {
    expect(bringers([...base, ...feature, merge])).toEqual({ f1: 'm', f2: 'm' });
  });

  it('does not depend on the order of reading', () => {
    expect(bringers([merge, ...feature, ...base].toReversed())).toEqual({ f1: 'm', f2: 'm' });
  });

  it('keeps the first merge when the branch goes on to other lines', () => {
    const second = commit('m2', ['d1', 'f2'], "Merge branch 'feature/PAY-1' into test");

    expect(bringers([...base, ...feature, merge, second])).toEqual({ f1: 'm', f2: 'm' });
  });

  it('gives to each branch its own when one was merged into another', () => {
    const inner = [
      commit('g1', ['f1']),
      commit('i', ['f2', 'g1'], "Merge branch 'PAY-2' into feature/PAY-1"),
    ];
    const outer = commit('o', ['d1', 'i'], "Merge branch 'feature/PAY-1' into develop");

    expect(bringers([...base, ...feature, ...inner, outer])).toEqual({
      f1: 'o',
      f2: 'o',
      g1: 'i',
      i: 'o',
    });
  });

  it('does not take what a branch caught up with for its own', () => {
    const caught = [
      ...base,
      commit('f1', ['r']),
      commit('up', ['f1', 'd1'], "Merge branch 'develop' into feature/PAY-1"),
      commit('m', ['r', 'up'], "Merge branch 'feature/PAY-1' into test"),
    ];

    expect(bringers(caught)).toEqual({ d1: 'up', f1: 'm', up: 'm' });
  });

  it('does not take what was made on a line for the work of a branch that carries it along', () => {
    const carried = [
      ...base,
      commit('f1', ['d1']),
      commit('m', ['r', 'f1'], "Merge branch 'PAY-1' into test"),
    ];

    expect(bringers(carried, ['d1'])).toEqual({ f1: 'm' });
  });

  it('knows all parents of a merge of many', () => {
    const many = [
      ...base,
      commit('a', ['r']),
      commit('b', ['r']),
      commit('m', ['d1', 'a', 'b'], "Merge branches 'a' and 'b'"),
    ];

    expect(bringers(many)).toEqual({ a: 'm', b: 'm' });
  });

  it.each([
    { when: 'the message names no branch', merge: commit('m', ['d1', 'f2'], 'All together') },
    {
      when: 'the first parent was not read',
      merge: commit('m', ['unread', 'f2'], "Merge branch 'x'"),
    },
  ])('tells nothing when $when', ({ merge: other }) => {
    expect(bringers([...base, ...feature, other])).toEqual({});
  });

  it('reads 20,000 commits with 5,000 merges in seconds', () => {
    const commits = [commit('d0', [])];
    for (let index = 1; index <= 5000; index += 1) {
      const from = `d${Math.max(0, index - 20)}`;
      commits.push(
        commit(`a${index}`, [from]),
        commit(`b${index}`, [`a${index}`]),
        commit(`c${index}`, [`b${index}`]),
      );
      commits.push(
        commit(
          `d${index}`,
          [`d${index - 1}`, `c${index}`],
          `Merge pull request #${index} from acme/x`,
        ),
      );
    }
    const startedAt = performance.now();

    const brought = broughtInBy(commits);

    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(brought.size).toBe(15_000);
    expect(brought.get('a4711')).toBe('d4711');
  });
});

describe('createSides', () => {
  it('lists what a merge brought in, newest first, as often as it is asked', () => {
    const graph = createGraph([
      commit('r', []),
      commit('a', ['r']),
      commit('b', ['a']),
      commit('m', ['r', 'b']),
    ]);
    const sides = createSides(graph);

    expect([sides('m'), sides('m'), sides('b'), sides('unread')]).toEqual([
      ['b', 'a'],
      ['b', 'a'],
      [],
      [],
    ]);
  });

  it('agrees with git rev-list on the merges of a generated history', () => {
    const { commits, revList, remove } = generatedHistory(20_260_103, 400);
    const sides = createSides(createGraph(oldestFirst(commits)));
    const merges = commits.filter(({ parents }) => parents.length > 1).slice(0, 40);

    const ours = merges.map(({ sha }) => sides(sha).sort());
    const gits = merges.map(({ parents: [first = '', ...others] }) =>
      revList(...others, `^${first}`),
    );
    remove();

    expect(merges).toHaveLength(40);
    expect(ours).toEqual(gits);
  });
});

describe('firstParents', () => {
  const graph = createGraph([
    commit('r', []),
    commit('a', ['r']),
    commit('b', ['r']),
    commit('m', ['a', 'b']),
  ]);

  it.each([
    { limit: Infinity, chain: ['m', 'a', 'r'] },
    { limit: 2, chain: ['m', 'a'] },
  ])('goes back $limit commits', ({ limit, chain }) => {
    expect(firstParents(graph, 'm', limit)).toEqual(chain);
  });
});
