import { inspect } from 'node:util';

import type { Failure } from '../../../src/ports/provider-error';
import { failureOf } from '../../support/failure-of';
import { scriptedFetch } from '../../support/scripted-fetch';
import { gitlab, TOKEN } from './gitlab-connection';

const egressError = Object.assign(
  new Error('URL not included in the external fetch backend permissions: https://git.acme.com.'),
  { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' },
);
const forgeLimit = Object.assign(new Error('RATE_LIMIT_EXCEEDED'), { status: 429 });

describe('a refusal by GitLab', () => {
  it.each<{
    when: string;
    answer: Parameters<typeof scriptedFetch>[0];
    failure: Failure;
    calls?: number;
    says: string;
  }>([
    {
      when: 'the token is bad',
      answer: { status: 401, body: { message: '401 Unauthorized' } },
      failure: { kind: 'unauthorized' },
      says: 'gitlab.com refused the token',
    },
    {
      when: 'the token has too few scopes',
      answer: { status: 403, body: { error: 'insufficient_scope' } },
      failure: { kind: 'forbidden', sso: false },
      says: 'needs the scope read_api',
    },
    {
      when: 'the user is a guest',
      answer: { status: 403, body: { message: '403 Forbidden' } },
      failure: { kind: 'forbidden', sso: false },
      says: 'does not let the token read the branches of acme/web',
    },
    {
      when: 'the project is not there',
      answer: { status: 404, body: { message: '404 Project Not Found' } },
      failure: { kind: 'not-found' },
      says: 'does not have the branches of acme/web, or hides it',
    },
    {
      when: 'the question is refused',
      answer: { status: 400, body: { error: 'regex is invalid' } },
      failure: { kind: 'unexpected-answer' },
      says: 'the branches of acme/web',
    },
    {
      when: 'the limit of the minute is spent',
      answer: { status: 429, headers: { 'retry-after': '40' }, body: 'Retry later\n' },
      failure: { kind: 'rate-limited', retryAfterSeconds: 40 },
      says: 'for 40 s',
    },
    {
      when: 'the limit of an endpoint is spent',
      answer: { status: 429, body: { message: { error: 'requested too many times' } } },
      failure: { kind: 'rate-limited', retryAfterSeconds: 60 },
      says: 'for 60 s',
    },
    {
      when: 'Forge lets no more calls out',
      answer: forgeLimit,
      failure: { kind: 'rate-limited', retryAfterSeconds: 60 },
      says: 'for 60 s',
    },
    {
      when: 'GitLab is down',
      answer: { status: 502, body: '<html>Whoops</html>' },
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
      says: 'Forge does not let Convoy call gitlab.com',
    },
    {
      when: "Forge's proxy refuses the address",
      answer: { status: 403, headers: { 'forge-proxy-error': 'BLOCKED_EGRESS' }, body: '' },
      failure: { kind: 'egress-blocked' },
      says: 'Forge does not let Convoy call gitlab.com',
    },
    {
      when: 'a page answers',
      answer: { body: '<html>Sign in</html>' },
      failure: { kind: 'unexpected-answer' },
      says: 'https://gitlab.com, or the one',
    },
    {
      when: 'a page says that there is nothing',
      answer: { status: 404, body: '<html>Not here</html>' },
      failure: { kind: 'unexpected-answer' },
      says: 'https://gitlab.com, or the one',
    },
    {
      when: 'something else answers',
      answer: { body: { hello: 'world' } },
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
      gitlab(host.fetch).listBranches('acme/web', { validator: null, cursor: null }),
    );

    expect(error.failure).toEqual(failure);
    expect(error.message).toContain(says);
    expect(host.calls).toHaveLength(calls);
  });

  it('never shows the token', async () => {
    const host = scriptedFetch({ status: 401, body: { message: `Bad token ${TOKEN}` } });

    const error = await failureOf(gitlab(host.fetch).getAccount());

    expect(inspect(error, { depth: 10 })).not.toContain('SECRET');
  });
});
