import { createGitHub } from '../../../src/adapters/github/github';
import { failureOf } from '../../support/failure-of';
import { scriptedFetch } from '../../support/scripted-fetch';
import { github, TOKEN } from './token-connection';

const SHA = '0123456789abcdef0123456789abcdef01234567';

const reset = String(Math.floor(Date.now() / 1000) + 1800);

describe('createGitHub', () => {
  describe('and limits', () => {
    const spent = {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
      body: { message: 'API rate limit exceeded for user ID 1.' },
    };

    it('does not wait for a long one', async () => {
      const host = scriptedFetch(spent);

      const { failure } = await failureOf(github(host.fetch).getAccount());

      expect(failure.kind).toBe('rate-limited');
      expect(host.calls).toHaveLength(1);
    });

    it('makes no call while one holds', async () => {
      const host = scriptedFetch(spent);
      const connection = github(host.fetch);
      await failureOf(connection.getAccount());

      const { failure } = await failureOf(connection.getRepository('acme/web'));

      expect(failure.kind).toBe('rate-limited');
      expect(host.calls).toHaveLength(1);
    });

    it('makes no call after the last one that GitHub allows', async () => {
      const host = scriptedFetch({ headers: spent.headers, body: { login: 'ana' } });
      const connection = github(host.fetch);
      await connection.getAccount();

      const { failure } = await failureOf(connection.getAccount());

      expect(failure.kind).toBe('rate-limited');
      expect(host.calls).toHaveLength(1);
    });

    it('waits once for a short one', async () => {
      const short = {
        status: 403,
        headers: { 'retry-after': '1' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      };
      const host = scriptedFetch(short, { body: { login: 'ana' } });

      await expect(github(host.fetch).getAccount()).resolves.toEqual({
        login: 'ana',
        kind: 'user',
      });
      expect(host.calls).toHaveLength(2);
    });
  });

  it('answers after a failure that passes', async () => {
    const host = scriptedFetch({ status: 502, body: '' }, { body: { login: 'ana' } });

    await expect(github(host.fetch).getAccount()).resolves.toEqual({ login: 'ana', kind: 'user' });
    expect(host.calls).toHaveLength(2);
  });

  it('says who it is', async () => {
    const host = scriptedFetch({ body: { login: 'ana' } });

    await github(host.fetch).getAccount();

    expect(host.calls[0]?.headers.get('user-agent')).toMatch(/^convoy /);
    expect(host.calls[0]?.headers.get('authorization')).toBe(`token ${TOKEN}`);
  });

  it('does not pause between queries, as it would between changes', async () => {
    const host = scriptedFetch({ body: { data: { repository: {} } } });
    const connection = github(host.fetch);
    const startedAt = performance.now();

    for (let count = 0; count < 4; count += 1) await connection.listChecks('acme/web', [SHA]);

    expect(host.calls).toHaveLength(4);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it.each([
    ['https://api.github.com', 'https://api.github.com/graphql'],
    ['https://ghe.acme.com/api/v3', 'https://ghe.acme.com/api/graphql'],
    ['https://ghe.acme.com/api/v3/', 'https://ghe.acme.com/api/graphql'],
  ])('asks GraphQL of %s at %s', async (baseUrl, url) => {
    const host = scriptedFetch({ body: { data: { repository: {} } } });

    await github(host.fetch, baseUrl).listChecks('acme/web', [SHA]);

    expect(host.calls.map((call) => call.url)).toEqual([url]);
  });

  it('asks nothing for no commit and for no branch', async () => {
    const host = scriptedFetch({ body: {} });
    const connection = github(host.fetch);

    const checks = await connection.listChecks('acme/web', []);
    const heads = await connection.readHeads('acme/web', { branches: [], validator: null });

    expect(checks).toEqual({ checks: new Map(), withheld: null });
    expect(heads).toEqual({ status: 'changed', validator: null, value: new Map() });
    expect(host.calls).toHaveLength(0);
  });

  it('says when a key cannot be read, without a call', async () => {
    const host = scriptedFetch({ body: {} });
    const connection = createGitHub({
      fetch: host.fetch,
      baseUrl: 'https://api.github.com',
      auth: { kind: 'app', appId: 12, installationId: 34, privateKey: 'SECRET' },
    });

    const { failure, message } = await failureOf(connection.getAccount());

    expect(failure).toEqual({ kind: 'unauthorized' });
    expect(message).toContain('The private key of GitHub App 12 cannot be read');
    expect(message).not.toContain('SECRET');
    expect(host.calls).toHaveLength(0);
  });
});
