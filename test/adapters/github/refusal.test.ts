import { inspect } from 'node:util';

import type { Failure } from '../../../src/ports/provider-error';
import { failureOf } from '../../support/failure-of';
import { scriptedFetch } from '../../support/scripted-fetch';
import { github, TOKEN } from './token-connection';

const SHA = '0123456789abcdef0123456789abcdef01234567';

const egressError = Object.assign(
  new Error('URL not included in the external fetch backend permissions: https://ghe.acme.com.'),
  { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' },
);
describe('a refusal by REST', () => {
  it.each<{
    when: string;
    answer: Parameters<typeof scriptedFetch>[0];
    failure: Failure;
    calls?: number;
    says: string;
  }>([
    {
      when: 'the token is bad',
      answer: { status: 401, body: { message: 'Bad credentials' } },
      failure: { kind: 'unauthorized' },
      says: 'github.com refused the token',
    },
    {
      when: 'the token lacks a permission',
      answer: { status: 403, body: { message: 'Resource not accessible by token' } },
      failure: { kind: 'forbidden', sso: false },
      says: 'does not let the token read the branches of acme/web',
    },
    {
      when: 'single sign-on is asked for',
      answer: {
        status: 403,
        headers: { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso' },
        body: { message: 'Resource protected by organization SAML enforcement.' },
      },
      failure: { kind: 'forbidden', sso: true },
      says: 'Configure SSO',
    },
    {
      when: 'the repository is blocked by law',
      answer: { status: 451, body: { message: 'Repository access blocked' } },
      failure: { kind: 'forbidden', sso: false },
      says: 'acme/web',
    },
    {
      when: 'the repository is not there',
      answer: { status: 404, body: { message: 'Not Found' } },
      failure: { kind: 'not-found' },
      says: 'does not have the branches of acme/web, or hides it',
    },
    {
      when: 'the commit is not there',
      answer: { status: 422, body: { message: 'No commit found for SHA: abc' } },
      failure: { kind: 'not-found' },
      says: 'acme/web',
    },
    {
      when: 'the question is refused',
      answer: { status: 422, body: { message: 'Validation Failed' } },
      failure: { kind: 'unexpected-answer' },
      says: 'acme/web',
    },
    {
      when: 'too many calls came at once',
      answer: {
        status: 403,
        headers: { 'retry-after': '90' },
        body: { message: 'You have exceeded a secondary rate limit.' },
      },
      failure: { kind: 'rate-limited', retryAfterSeconds: 90 },
      says: 'for 90 s',
    },
    {
      when: 'the limit comes as 429',
      answer: { status: 429, headers: { 'retry-after': '30' }, body: { message: 'Slow down' } },
      failure: { kind: 'rate-limited', retryAfterSeconds: 30 },
      says: 'for 30 s',
    },
    {
      when: 'GitHub is down',
      answer: { status: 502, body: '<html>Unicorn!</html>' },
      failure: { kind: 'unavailable', status: 502 },
      calls: 3,
      says: 'failed with status 502',
    },
    {
      when: 'nothing answers',
      answer: new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }),
      failure: { kind: 'unavailable', status: null },
      calls: 3,
      says: 'could not be reached',
    },
    {
      when: 'Forge refuses the address',
      answer: egressError,
      failure: { kind: 'egress-blocked' },
      says: 'Forge does not let Convoy call github.com',
    },
    {
      when: "Forge's proxy refuses the address",
      answer: { status: 403, headers: { 'forge-proxy-error': 'BLOCKED_EGRESS' }, body: '' },
      failure: { kind: 'egress-blocked' },
      says: 'Forge does not let Convoy call github.com',
    },
    {
      when: 'a page answers',
      answer: { body: '<html>Welcome</html>' },
      failure: { kind: 'unexpected-answer' },
      says: 'https://HOST/api/v3',
    },
    {
      when: 'a page says that there is nothing',
      answer: { status: 404, body: '<html>Not here</html>' },
      failure: { kind: 'unexpected-answer' },
      says: 'https://HOST/api/v3',
    },
    {
      when: 'something else answers',
      answer: { body: { hello: 'world' } },
      failure: { kind: 'unexpected-answer' },
      says: 'the branches of acme/web',
    },
    {
      when: 'the content type is nonsense',
      answer: { headers: { 'content-type': ';;;' }, body: [] },
      failure: { kind: 'unexpected-answer' },
      says: 'the branches of acme/web',
    },
    {
      when: 'the answer breaks off',
      answer: { headers: { 'content-type': 'application/json' }, body: '[{"name": "ma' },
      failure: { kind: 'unavailable', status: null },
      says: 'could not be reached',
    },
  ])('is $failure.kind when $when', async ({ answer, failure, calls = 1, says }) => {
    const host = scriptedFetch(answer);

    const error = await failureOf(
      github(host.fetch).listBranches('acme/web', { validator: null, cursor: null }),
    );

    expect(error.failure).toEqual(failure);
    expect(error.message).toContain(says);
    expect(host.calls).toHaveLength(calls);
  });

  it('never shows the token', async () => {
    const host = scriptedFetch({ status: 401, body: { message: `Bad token ${TOKEN}` } });

    const error = await failureOf(github(host.fetch).getAccount());

    expect(error.message).not.toContain('SECRET');
    expect(inspect((error.cause as { request: unknown }).request)).not.toContain('SECRET');
  });
});

describe('a refusal by GraphQL', () => {
  it.each<{
    when: string;
    error: Record<string, unknown>;
    headers?: Record<string, string>;
    failure: Failure;
  }>([
    {
      when: 'the repository is not there',
      error: { type: 'NOT_FOUND', message: 'Could not resolve to a Repository' },
      failure: { kind: 'not-found' },
    },
    {
      when: 'the token lacks a permission',
      error: { type: 'FORBIDDEN', message: 'Resource not accessible by token' },
      failure: { kind: 'forbidden', sso: false },
    },
    {
      when: 'single sign-on is asked for',
      error: { type: 'FORBIDDEN', message: 'SAML', extensions: { saml_failure: true } },
      failure: { kind: 'forbidden', sso: true },
    },
    {
      when: 'a scope is missing',
      error: { type: 'INSUFFICIENT_SCOPES', message: 'requires one of: repo' },
      failure: { kind: 'forbidden', sso: false },
    },
    {
      when: 'the points are spent',
      error: { type: 'RATE_LIMITED', message: 'API rate limit exceeded' },
      headers: { 'retry-after': '77' },
      failure: { kind: 'rate-limited', retryAfterSeconds: 77 },
    },
    {
      when: 'the points are spent, in newer words',
      error: { type: 'RATE_LIMIT', message: 'API rate limit already exceeded' },
      headers: { 'retry-after': '78' },
      failure: { kind: 'rate-limited', retryAfterSeconds: 78 },
    },
    {
      when: 'the query is refused',
      error: { type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'too many nodes' },
      failure: { kind: 'unexpected-answer' },
    },
  ])('is $failure.kind when $when', async ({ error, headers = {}, failure }) => {
    const host = scriptedFetch({
      headers,
      body: { data: { repository: null }, errors: [error] },
    });

    const thrown = await failureOf(github(host.fetch).listPullRequests('acme/web', null));

    expect(thrown.failure).toEqual(failure);
    expect(thrown.message).toContain('the pull requests of acme/web');
    expect(host.calls).toHaveLength(1);
  });

  it('is unavailable when GitHub gives up on the query three times', async () => {
    const message = 'Something went wrong while executing your query.';
    const host = scriptedFetch({ body: { data: null, errors: [{ message }] } });

    const thrown = await failureOf(github(host.fetch).listDeployments('acme/web', null));

    expect(thrown.failure).toEqual({ kind: 'unavailable', status: 500 });
    expect(host.calls).toHaveLength(3);
  });

  it('is an unexpected answer when a page answers', async () => {
    const host = scriptedFetch({ body: '<html>Sign in</html>' });

    const thrown = await failureOf(github(host.fetch).listChecks('acme/web', [SHA]));

    expect(thrown.failure).toEqual({ kind: 'unexpected-answer' });
  });
});
