import { createSign, generateKeyPairSync } from 'node:crypto';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { createGitHubStandIn } from '../../../../dev/github/github-stand-in';
import { expectGitHubReply } from '../../../support/github-reply';
import { createGitHubSite } from '../../../support/github-site';
import type { GitHubSite } from '../../../support/github-site';

const NOW = Date.parse('2026-05-04T09:00:00Z') / 1000;
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const APP = { appId: 7, publicKey, installationId: 70, repositories: ['acme/payments-api'] };

function signJwt(claims: object, key = privateKey): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}
const GOOD = { iss: '7', iat: NOW - 30, exp: NOW + 570 };
const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

describe('a GitHub App', () => {
  let site: GitHubSite;
  let ask: ReturnType<GitHubSite['start']>;
  beforeAll(() => {
    site = createGitHubSite();
    site.repository.commit({ message: 'First', files: { 'a.txt': 'one\n' } });
    const { gitFolder: git } = site.repository;
    const repositories = ['acme/payments-api', 'acme/secret'].map((path) => ({ path, git }));
    ask = site.start({ apps: [APP], repositories });
  });
  afterAll(() => {
    site.remove();
  });

  it.each([
    ['/app', '/app'],
    ['/app/installations', '/app/installations'],
    ['/repos/{owner}/{repo}/installation', '/repos/acme/payments-api/installation'],
  ])('asks %s with its JWT', async (template, path) => {
    const body = await expectGitHubReply('GET', template, await ask(path, bearer(signJwt(GOOD))));

    expect(JSON.stringify(body)).toContain('"deployments":"read"');
  });

  it('gets an installation token that sees what is granted', async () => {
    const init = { ...bearer(signJwt(GOOD)), method: 'POST' };
    const path = '/app/installations/70/access_tokens';
    const template = '/app/installations/{installation_id}/access_tokens';
    const { token, expires_at: expiresAt } = await expectGitHubReply<Record<string, string>>(
      'POST',
      template,
      await ask(path, init),
    );

    const list = await ask('/installation/repositories', bearer(token ?? ''));
    const secret = await ask('/repos/acme/secret', bearer(token ?? ''));
    const user = await ask('/user', bearer(token ?? ''));

    expect(expiresAt).toBe('2026-05-04T10:00:00Z');
    expect(await expectGitHubReply('GET', '/installation/repositories', list)).toMatchObject({
      total_count: 1,
      repositories: [{ full_name: 'acme/payments-api' }],
    });
    expect(secret.status).toBe(404);
    expect(user.status).toBe(403);
  });

  it.each([
    {
      when: 'it expired',
      claims: { ...GOOD, exp: NOW - 1 },
      message: "'Expiration time' claim ('exp') must be",
    },
    {
      when: 'it lives too long',
      claims: { ...GOOD, exp: NOW + 3600 },
      message: 'too far in the future',
    },
    {
      when: 'it comes from the future',
      claims: { ...GOOD, iat: NOW + 300 },
      message: "'Issued at' claim ('iat')",
    },
    { when: 'the app is unknown', claims: { ...GOOD, iss: '8' }, message: 'Integration not found' },
  ])('refuses a JWT when $when', async ({ claims, message }) => {
    const reply = await ask('/app', bearer(signJwt(claims)));

    expect(reply.status).toBe(401);
    expect(((await reply.json()) as { message: string }).message).toContain(message);
  });

  it('refuses a JWT that another key signed', async () => {
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });

    const reply = await ask('/app', bearer(signJwt(GOOD, other.privateKey)));

    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ message: 'A JSON web token could not be decoded' });
  });

  it('refuses an installation token that was altered', async () => {
    const reply = await ask(
      '/repos/acme/payments-api',
      bearer(`ghs_70_${NOW + 3600}_${'0'.repeat(40)}`),
    );

    expect(reply.status).toBe(401);
  });

  it('works with Octokit, whose clock is not the host’s', async () => {
    const standIn = createGitHubStandIn({
      host: 'https://api.github.com',
      token: 'unused',
      apps: [{ ...APP, privateKey }],
      repositories: [{ path: 'acme/payments-api', git: site.repository.gitFolder }],
      clock: () => new Date('2026-05-04T09:00:00Z'),
      cacheDir: site.folder,
    });
    const octokit = new Octokit({
      authStrategy: createAppAuth,
      auth: { appId: 7, privateKey, installationId: 70 },
      request: {
        fetch: (url: string, init: RequestInit) => standIn.handle(new Request(url, init)),
      },
      log: {
        debug: () => undefined,
        info: () => undefined,
        warn: () => undefined,
        error: () => undefined,
      },
    });

    const { data } = await octokit.rest.repos.getBranch({
      owner: 'acme',
      repo: 'payments-api',
      branch: 'main',
    });

    expect(data.commit.commit.message).toBe('First');
  });
});
