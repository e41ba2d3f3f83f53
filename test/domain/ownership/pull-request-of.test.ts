import type { Commit } from '../../../src/domain/commit';
import {
  pullRequestOf,
  type PullRequestFacts,
} from '../../../src/domain/ownership/pull-request-of';

let minute = 0;
const commit = (sha: string, parents: string[], message = sha): Commit => {
  minute += 1;
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  return { sha, parents, message, author: 'Ana', authoredAt: at, committedAt: at, tree: null };
};
const request = (
  some: Partial<PullRequestFacts['pullRequests'][number]>,
): PullRequestFacts['pullRequests'][number] => ({
  number: 12,
  state: 'merged',
  headBranch: 'feature',
  mergeSha: null,
  commits: [],
  commitCount: some.commits?.length ?? 0,
  ...some,
});
const numbers = (facts: Partial<PullRequestFacts>): Record<string, number[]> =>
  Object.fromEntries(
    pullRequestOf({
      pullRequests: [],
      commits: [],
      lineBranches: ['develop', 'main'],
      lineHeads: [],
      ...facts,
    }),
  );

const root = commit('r', []);
const d1 = commit('d1', ['r']);
const f1 = commit('f1', ['r'], 'One');
const f2 = commit('f2', ['f1'], 'Two');

describe('pullRequestOf', () => {
  it('finds what a merge commit brought in, and the merge commit', () => {
    const merge = commit('m', ['d1', 'f2']);
    const pullRequests = [request({ mergeSha: 'm', commits: [f1, f2] })];

    expect(numbers({ commits: [root, d1, f1, f2, merge], pullRequests, lineHeads: ['m'] })).toEqual(
      { m: [12], f1: [12], f2: [12] },
    );
  });

  it('finds them when the host did not list them all', () => {
    const merge = commit('m', ['d1', 'f2']);
    const pullRequests = [request({ mergeSha: 'm', commits: [f1], commitCount: 2 })];

    expect(numbers({ commits: [root, d1, f1, f2, merge], pullRequests, lineHeads: ['m'] })).toEqual(
      { m: [12], f1: [12], f2: [12] },
    );
  });

  it('finds the one commit of a squash, and the commits on the branch that is still there', () => {
    const squash = commit('s', ['d1'], 'Both (#12)');
    const pullRequests = [request({ mergeSha: 's', commits: [f1, f2] })];

    expect(
      numbers({ commits: [root, d1, f1, f2, squash], pullRequests, lineHeads: ['s'] }),
    ).toEqual({ s: [12], f1: [12], f2: [12] });
  });

  it('finds the squash when the host listed no commit', () => {
    const squash = commit('s', ['d1'], 'Both (#12)');

    expect(
      numbers({
        commits: [root, d1, squash],
        pullRequests: [request({ mergeSha: 's', commitCount: 2 })],
        lineHeads: ['s'],
      }),
    ).toEqual({ s: [12] });
  });

  it('finds the commits of a rebase by their titles, as many as the host counts', () => {
    const rebased = [commit('x1', ['d1'], 'One\n\nrebased'), commit('x2', ['x1'], 'Two')];
    const pullRequests = [request({ mergeSha: 'x2', commits: [f1, f2] })];

    expect(numbers({ commits: [root, d1, ...rebased], pullRequests, lineHeads: ['x2'] })).toEqual({
      x1: [12],
      x2: [12],
    });
  });

  it('takes no commit of another title for a rebase', () => {
    const others = [commit('x1', ['d1'], 'Zero'), commit('x2', ['x1'], 'Two')];
    const pullRequests = [request({ mergeSha: 'x2', commits: [f1, f2] })];

    expect(numbers({ commits: [root, d1, ...others], pullRequests, lineHeads: ['x2'] })).toEqual({
      x2: [12],
    });
  });

  it('finds all commits of a fast-forward', () => {
    const pullRequests = [request({ mergeSha: 'f2', commits: [f1, f2] })];

    expect(numbers({ commits: [root, f1, f2], pullRequests, lineHeads: ['f2'] })).toEqual({
      f1: [12],
      f2: [12],
    });
  });

  it.each(['open', 'closed'] as const)(
    'gives an %s one its commits that are on no line',
    (state) => {
      const pullRequests = [request({ state, commits: [d1, f1, f2] })];

      expect(numbers({ commits: [root, d1, f1, f2], pullRequests, lineHeads: ['d1'] })).toEqual({
        f1: [12],
        f2: [12],
      });
    },
  );

  it.each([
    { state: 'open' as const, mergeSha: null },
    { state: 'merged' as const, mergeSha: 'm' },
  ])('gives nothing to an $state one that promotes a line', ({ state, mergeSha }) => {
    const merge = commit('m', ['r', 'd1']);
    const pullRequests = [request({ state, mergeSha, headBranch: 'develop', commits: [d1] })];

    expect(numbers({ commits: [root, d1, merge], pullRequests, lineHeads: ['d1'] })).toEqual({});
  });

  it('leaves the commits of a stacked one to it', () => {
    const inner = commit('i', ['f1', 'g1'], 'Merge pull request #13 from acme/g');
    const outer = commit('o', ['d1', 'i'], 'Merge pull request #12 from acme/feature');
    const g1 = commit('g1', ['f1']);
    const pullRequests = [
      request({ mergeSha: 'o', commits: [f1, g1, inner] }),
      request({ number: 13, headBranch: 'g', mergeSha: 'i', commits: [g1] }),
    ];

    expect(
      numbers({ commits: [root, d1, f1, g1, inner, outer], pullRequests, lineHeads: ['o'] }),
    ).toEqual({ o: [12], i: [13], g1: [13], f1: [12] });
  });

  it('finds the listed commits of a merged one whose merge the host does not name', () => {
    const pullRequests = [request({ commits: [f1, f2] })];

    expect(numbers({ commits: [root, f1, f2], pullRequests, lineHeads: ['r'] })).toEqual({
      f1: [12],
      f2: [12],
    });
  });
});
