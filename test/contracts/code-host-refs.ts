import type { Branch, CodeHost } from '../../src/ports/code-host';
import { failureOf } from '../support/failure-of';
import type { Stage } from './host-under-test';
import { readAll } from './host-under-test';

/** Repositories, branches and heads. */
export function describeRefs(stage: () => Stage): void {
  describe('repositories', () => {
    it('lists those that the connection sees, in one call', async () => {
      const { host, calls } = await stage().connect();

      const { items, next } = await host.listRepositories(null);

      expect(items.map(({ path }) => path).sort()).toEqual([
        'acme/big',
        'acme/changes',
        'acme/empty',
        'acme/squashes',
        'acme/web',
      ]);
      expect(next).toBeNull();
      expect(calls()).toBe(1);
    });

    it('says what one is', async () => {
      const { host, calls } = await stage().connect();

      const repository = await host.getRepository('acme/web');

      expect(repository).toMatchObject({
        path: 'acme/web',
        defaultBranch: 'main',
        isArchived: false,
        isPrivate: true,
      });
      expect(repository.url).toMatch(/^https:\/\/.+\/acme\/web$/);
      expect(calls()).toBe(1);
    });

    it('follows one that was renamed', async () => {
      const { host } = await stage().connect();

      await expect(host.getRepository('acme/old-web')).resolves.toMatchObject({
        path: 'acme/web',
      });
    });

    it('does not know one that is not there', async () => {
      const { host } = await stage().connect();

      const { failure, message } = await failureOf(host.getRepository('acme/nothing'));

      expect(failure).toEqual({ kind: 'not-found' });
      expect(message).toContain('acme/nothing');
    });

    it('says who we are', async () => {
      const { host } = await stage().connect();

      await expect(host.getAccount()).resolves.toMatchObject({ kind: 'user' });
    });
  });

  describe('branches', () => {
    const listAll = (host: CodeHost, path: string): Promise<Branch[]> =>
      readAll(async (cursor) => {
        const answer = await host.listBranches(path, { validator: null, cursor });
        if (answer.status === 'unchanged') throw new Error('nothing was known before');
        return answer.value;
      });

    it('are listed with their heads', async () => {
      const { host, calls } = await stage().connect();

      const branches = await listAll(host, 'acme/web');

      expect(branches.map(({ name: branch, sha }) => [branch, sha]).sort()).toEqual([
        ['feature/PAY-2-side', stage().story.shas.side],
        ['main', stage().story.shas.merge],
        ['open-work', stage().story.shas.open],
      ]);
      expect(calls()).toBe(1);
    });

    it('are listed over many pages, one call each', async () => {
      const { host, calls } = await stage().connect();

      const branches = await listAll(host, 'acme/big');

      expect(new Set(branches.map((branch) => branch.name)).size).toBe(120);
      expect(calls()).toBe(2);
    });

    it('are none in an empty repository', async () => {
      const { host } = await stage().connect();

      await expect(listAll(host, 'acme/empty')).resolves.toEqual([]);
    });

    it('are unchanged until something is pushed', async () => {
      const { host, calls } = await stage().connect();
      const ask = { cursor: null };
      const first = await host.listBranches('acme/web', { ...ask, validator: null });
      const validator = first.status === 'changed' ? first.validator : null;

      const second = await host.listBranches('acme/web', { ...ask, validator });
      stage().story.web.git.branch('new-branch', 'main');
      const third = await host.listBranches('acme/web', { ...ask, validator });
      stage().story.web.git.deleteBranch('new-branch');

      expect(second).toEqual({ status: 'unchanged' });
      expect(third).toMatchObject({ status: 'changed' });
      expect(calls()).toBe(3);
    });

    it('of many pages are never unchanged because the first page is', async () => {
      const { host } = await stage().connect();
      const { git } = stage().story.big;
      const first = await host.listBranches('acme/big', { validator: null, cursor: null });
      const validator = first.status === 'changed' ? first.validator : null;

      git.branch('b119', 'main~1');
      const second = await host.listBranches('acme/big', { validator, cursor: null });
      git.branch('b119', 'main');

      expect(second).toMatchObject({ status: 'changed' });
    });
  });

  describe('heads', () => {
    it.each([
      { path: 'acme/web', sort: 'few' },
      { path: 'acme/big', sort: 'many' },
    ])('of named branches are read among $sort', async ({ path }) => {
      const { host } = await stage().connect();

      const heads = await host.readHeads(path, {
        branches: ['main', 'no-such'],
        validator: null,
      });

      const main = (path === 'acme/web' ? stage().story.web : stage().story.big).git.head('main');
      expect(heads).toMatchObject({ status: 'changed', value: new Map([['main', main]]) });
    });

    it.each(['acme/web', 'acme/big'])('in %s are unchanged until one moves', async (path) => {
      const { git } = path === 'acme/web' ? stage().story.web : stage().story.big;
      const { host, calls } = await stage().connect();
      git.branch('line', 'main');
      const branches = ['line', 'main'];
      const first = await host.readHeads(path, { branches, validator: null });
      const validator = first.status === 'changed' ? first.validator : null;
      const before = calls();

      const second = await host.readHeads(path, { branches, validator });
      const other = await host.readHeads(path, { branches: ['main'], validator });
      git.branch('line', 'main~1');
      const third = await host.readHeads(path, { branches, validator });
      const moved = git.head('line');
      git.deleteBranch('line');

      expect(second).toEqual({ status: 'unchanged' });
      expect(other).toMatchObject({ value: new Map([['main', git.head('main')]]) });
      expect(third).toMatchObject({
        value: new Map([
          ['line', moved],
          ['main', git.head('main')],
        ]),
      });
      expect(calls() - before).toBe(3);
    });
  });
}
