import { generateKeyPairSync } from 'node:crypto';

import type { GitHubAuth } from '../../../src/adapters/github/octokit';
import { createStory } from '../../contracts/code-host-story';
import type { Connection } from '../../contracts/host-under-test';
import { failureOf } from '../../support/failure-of';
import { createGitHubUnderTest } from './github-under-test';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = (type: 'pkcs1' | 'pkcs8'): string =>
  privateKey.export({ type, format: 'pem' }).toString();
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
const app = {
  appId: 12,
  installationId: 34,
  slug: 'convoy',
  publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  repositories: ['acme/web'],
};
const auth = { kind: 'app', appId: 12, installationId: 34, privateKey: pem('pkcs1') } as const;

describe('createGitHub for a GitHub App', () => {
  const story = createStory();
  const under = createGitHubUnderTest(story);
  const connect = (change: Partial<Extract<GitHubAuth, { kind: 'app' }>> = {}): Connection =>
    under.connectTo({ apps: [app] }, { ...auth, ...change });

  afterAll(() => {
    story.remove();
  });

  it.each(['pkcs1', 'pkcs8'] as const)('works with a key in %s', async (type) => {
    const { host, calls } = connect({ privateKey: pem(type) });

    const account = await host.getAccount();

    expect(account).toEqual({ login: 'convoy', kind: 'app' });
    expect(calls()).toBe(2);
  });

  it('trades its key for a token once', async () => {
    const { host, calls } = connect();

    await host.getRepository('acme/web');
    await host.listBranches('acme/web', { validator: null, cursor: null });
    await host.listPullRequests('acme/web', null);

    expect(calls()).toBe(4);
  });

  it('lists what its installation was given', async () => {
    const { items, next } = await connect().host.listRepositories(null);

    expect(items.map(({ path }) => path)).toEqual(['acme/web']);
    expect(next).toBeNull();
  });

  it('does not see more than that', async () => {
    const { failure } = await failureOf(connect().host.getRepository('acme/big'));

    expect(failure).toEqual({ kind: 'not-found' });
  });

  it.each([
    { when: 'the key belongs to another app', change: { privateKey: otherKey } },
    { when: 'the app is not there', change: { appId: 99 } },
    { when: 'the installation is not there', change: { installationId: 99 } },
  ])('is unauthorized when $when', async ({ change }) => {
    const { host, calls } = connect(change);

    const { failure, message } = await failureOf(host.getRepository('acme/web'));

    expect(failure).toEqual({ kind: 'unauthorized' });
    expect(message).toContain('installation');
    expect(message).toContain('of app');
    expect(calls()).toBe(1);
  });

  it('tries three times, not nine, for a token that GitHub cannot give', async () => {
    const { host, calls } = under.connectOver(
      () => Promise.resolve(new Response('', { status: 502 })),
      auth,
    );

    const { failure } = await failureOf(host.getRepository('acme/web'));

    expect(failure).toEqual({ kind: 'unavailable', status: 502 });
    expect(calls()).toBe(3);
  });
});
