import { failureOf } from '../../support/failure-of';
import { scriptedFetch } from '../../support/scripted-fetch';
import { gitlab, TOKEN } from './gitlab-connection';

const ME = { body: { username: 'ana' } };
const reset = String(Math.floor(Date.now() / 1000) + 50);

describe('createGitLab', () => {
  it('sends its token as a bearer, to addresses below the host', async () => {
    const host = scriptedFetch(ME, { body: [] });
    const own = gitlab(host.fetch, 'https://git.acme.com/gitlab/');

    await own.getAccount();
    await own.listDeployments('acme/web/shop', null);

    expect(host.calls.map(({ url }) => url)).toEqual([
      'https://git.acme.com/gitlab/api/v4/user',
      'https://git.acme.com/gitlab/api/v4/projects/acme%2Fweb%2Fshop/deployments?order_by=id&sort=desc&per_page=100&page=1',
    ]);
    expect(host.calls[0]?.headers.get('authorization')).toBe(`Bearer ${TOKEN}`);
  });

  it('makes no call while a limit holds', async () => {
    const host = scriptedFetch({ status: 429, headers: { 'retry-after': '40' }, body: 'Retry' });
    const connection = gitlab(host.fetch);
    await failureOf(connection.getAccount());

    const { failure } = await failureOf(connection.getRepository('acme/web'));

    expect(failure.kind).toBe('rate-limited');
    expect(host.calls).toHaveLength(1);
  });

  it('makes no call after the last one that GitLab allows', async () => {
    const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': reset };
    const host = scriptedFetch({ ...ME, headers });
    const connection = gitlab(host.fetch);
    await connection.getAccount();

    const { failure } = await failureOf(connection.getAccount());

    expect(failure.kind).toBe('rate-limited');
    expect(host.calls).toHaveLength(1);
  });

  it('waits once for a short limit', async () => {
    const short = { status: 429, headers: { 'retry-after': '1' }, body: 'Retry later\n' };
    const host = scriptedFetch(short, ME);

    await expect(gitlab(host.fetch).getAccount()).resolves.toMatchObject({ login: 'ana' });
    expect(host.calls).toHaveLength(2);
  });

  it('answers after a failure that passes', async () => {
    const host = scriptedFetch({ status: 503, body: '' }, ME);

    await expect(gitlab(host.fetch).getAccount()).resolves.toEqual({ login: 'ana', kind: 'user' });
    expect(host.calls).toHaveLength(2);
  });

  it('asks nothing for no commit and for no branch', async () => {
    const host = scriptedFetch({ body: {} });
    const connection = gitlab(host.fetch);

    const { checks } = await connection.listChecks('acme/web', []);
    const heads = await connection.readHeads('acme/web', { branches: [], validator: null });

    expect(checks).toEqual(new Map());
    expect(heads).toEqual({ status: 'changed', validator: null, value: new Map() });
    expect(host.calls).toHaveLength(0);
  });

  it('asks for exactly the branches named', async () => {
    const host = scriptedFetch({ body: [] });

    await gitlab(host.fetch).readHeads('acme/web', {
      branches: ['main', 'release/1.x'],
      validator: null,
    });

    const query = new URL(host.calls[0]?.url ?? '').searchParams;
    expect(query.get('regex')).toBe('^(main|release/1\\.x)$');
  });

  it('reads on when a GitLab that knows no expressions lists all of its branches', async () => {
    const branch = (name: string, sha: string): unknown => ({
      name,
      protected: false,
      commit: { id: sha },
    });
    const link = '<https://gitlab.com/api/v4/projects/8/repository/branches?page=2>; rel="next"';
    const host = scriptedFetch(
      { body: [branch('a', '1'), branch('b', '2')], headers: { link } },
      { body: [branch('main', '3')] },
    );

    const heads = await gitlab(host.fetch).readHeads('acme/web', {
      branches: ['main'],
      validator: null,
    });

    expect(heads).toMatchObject({ value: new Map([['main', '3']]) });
    expect(host.calls).toHaveLength(2);
  });

  it('knows an unchanged answer of a GitLab that never says 304', async () => {
    const host = scriptedFetch({ body: [{ iid: 1, updated_at: '2026-01-09T09:00:00.000Z' }] });
    const connection = gitlab(host.fetch);
    const first = await connection.probePullRequests('acme/web', null);

    const second = await connection.probePullRequests(
      'acme/web',
      first.status === 'changed' ? first.validator : null,
    );

    expect(first).toMatchObject({ value: { newestUpdatedAt: '2026-01-09T09:00:00Z' } });
    expect(second).toEqual({ status: 'unchanged' });
  });
});
