import { oldestFirst } from '../../../src/domain/lines/oldest-first';

const commit = (sha: string, parents: string[], minute: number) => ({
  sha,
  parents,
  committedAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00Z`,
});

describe('oldestFirst', () => {
  const root = commit('root', [], 5);
  const left = commit('left', ['root'], 3);
  const right = commit('right', ['root'], 2);
  const merge = commit('merge', ['left', 'right'], 1);

  it.each([
    { read: 'newest first', commits: [merge, left, right, root] },
    { read: 'oldest first', commits: [root, right, left, merge] },
    { read: 'in any order', commits: [left, merge, root, right] },
  ])('puts parents first, whatever the clocks say, when read $read', ({ commits }) => {
    expect(oldestFirst(commits).map(({ sha }) => sha)).toEqual(['root', 'right', 'left', 'merge']);
  });

  it('orders unrelated commits by time, then by sha', () => {
    const commits = [commit('c', [], 1), commit('b', [], 2), commit('a', ['unread'], 2)];

    expect(oldestFirst(commits).map(({ sha }) => sha)).toEqual(['c', 'a', 'b']);
  });

  it('does not overflow on a long history', () => {
    const commits = Array.from({ length: 50_000 }, (_, index) => ({
      sha: `c${index}`,
      parents: index === 0 ? [] : [`c${index - 1}`],
      committedAt: '2026-01-01T00:00:00Z',
    }));

    expect(oldestFirst(commits.toReversed()).at(-1)?.sha).toBe('c49999');
  });
});
