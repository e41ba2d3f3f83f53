import { failureOf } from '../support/failure-of';
import { ODD_MESSAGE } from './code-host-story';
import { toldCommits } from './git-commits';
import type { Stage } from './host-under-test';
import { readAll, UNKNOWN_SHA } from './host-under-test';

/** Commits and pull requests. */
export function describeChanges(stage: () => Stage): void {
  describe('commits', () => {
    it.each([
      { path: 'acme/web', calls: 1 },
      { path: 'acme/big', calls: 3 },
    ])('of $path are those that git lists, in its order', async ({ path, calls }) => {
      const connection = await stage().connect();
      const { git } = path === 'acme/web' ? stage().story.web : stage().story.big;
      const sha = git.head('main');

      const commits = await readAll((cursor) => connection.host.listCommits(path, { sha, cursor }));

      expect(commits).toEqual(toldCommits(stage(), git, sha));
      expect(connection.calls()).toBe(calls);
    });

    it('keep a message to the letter', async () => {
      const { host } = await stage().connect();

      const { items } = await host.listCommits('acme/web', {
        sha: stage().story.shas.root,
        cursor: null,
      });

      expect(items.map(({ message }) => message)).toEqual([ODD_MESSAGE]);
    });

    it('are none in an empty repository', async () => {
      const { host } = await stage().connect();

      const page = await host.listCommits('acme/empty', { sha: UNKNOWN_SHA, cursor: null });

      expect(page).toEqual({ items: [], next: null });
    });

    it('are not found from a sha that is not there', async () => {
      const { host } = await stage().connect();

      const { failure } = await failureOf(
        host.listCommits('acme/web', { sha: UNKNOWN_SHA, cursor: null }),
      );

      expect(failure).toEqual({ kind: 'not-found' });
    });
  });

  describe('pull requests', () => {
    it('of every state come with reviews and commits, the last updated first', async () => {
      const { host, calls } = await stage().connect();

      const { items, next } = await host.listPullRequests('acme/web', null);

      const told = stage().toldOf(stage().story);
      const expected = told.web.pulls.map(({ shas, ...pull }) => ({
        ...pull,
        commits: shas.map((sha) => toldCommits(stage(), stage().story.web.git, sha)[0]),
        commitCount: shas.length,
        reviewCount: pull.reviews.length,
      }));
      expect(items).toEqual(expected.map((pull) => expect.objectContaining(pull) as unknown));
      expect(next).toBeNull();
      expect(calls()).toBe(stage().calls.pullRequests);
    });

    it('that were squashed have the commits that they held then, whatever became of their branch', async () => {
      const { host } = await stage().connect();
      const { git, pulls } = stage().story.squashes;

      const { items } = await host.listPullRequests('acme/squashes', null);

      const told = items.map(({ number, headSha, mergeSha, commits, commitCount }) => ({
        ...{ number, headSha, mergeSha, commitCount },
        titles: commits.map(({ message }) => message.trim()),
        shas: commits.map(({ sha }) => sha),
      }));
      const steps = (key: string, ...numbers: number[]): string[] =>
        numbers.map((number) => `${key} Step ${number}`);
      expect(told.map(({ number, titles }) => [number, titles])).toEqual([
        [6, steps('PAY-4', 1, 2, 3, 4)],
        [5, steps('PAY-4', 1, 2)],
        [4, steps('PAY-3', 3, 4)],
        [3, steps('PAY-3', 1, 2)],
        [2, steps('PAY-2', 1, 2)],
        [1, steps('PAY-1', 1, 2)],
      ]);
      expect(told.map(({ titles: _, ...one }) => one)).toEqual(
        pulls.map(({ number, headSha, mergeSha, shas }) => ({
          ...{ number, headSha, mergeSha, shas },
          commitCount: shas.length,
        })),
      );
      expect(git.head('feature/PAY-2')).not.toBe(pulls[4]?.headSha);
    });

    it('that were updated since are among those asked for since', async () => {
      const { host } = await stage().connect();

      const { items } = await host.listPullRequests('acme/web', null, '2026-01-08T09:00:00Z');

      expect(items.slice(0, 2).map(({ number }) => number)).toEqual([3, 2]);
    });

    it('are none where nobody made one', async () => {
      const { host } = await stage().connect();

      const page = await host.listPullRequests('acme/big', null);

      expect(page).toEqual({ items: [], next: null });
    });

    it('are unchanged until one is updated', async () => {
      const { host, calls } = await stage().connect();
      const first = await host.probePullRequests('acme/web', null);
      const validator = first.status === 'changed' ? first.validator : null;
      const updatedAt = '2026-01-20T09:00:00Z';
      const pulls = stage().story.web.pulls.map((pull) =>
        pull.number === 1 ? { ...pull, updatedAt } : pull,
      );

      const second = await host.probePullRequests('acme/web', validator);
      stage().save({ ...stage().story, web: { ...stage().story.web, pulls } });
      const third = await host.probePullRequests('acme/web', validator);
      stage().save(stage().story);

      expect(first).toMatchObject({ value: { newestUpdatedAt: '2026-01-09T09:00:00Z' } });
      expect(second).toEqual({ status: 'unchanged' });
      expect(third).toMatchObject({ status: 'changed', value: { newestUpdatedAt: updatedAt } });
      expect(calls()).toBe(3);
    });
  });
}
