import type { Failure } from '../../src/ports/provider-error';
import { explainConnectionFailure } from '../../src/usecases/explain-connection-failure';
import { connection } from '../support/connections';

const APP = connection({ auth: { kind: 'app', appId: 12, installationId: 34 } });
const TOKEN = connection();
const GITLAB = connection({ provider: 'gitlab', baseUrl: 'https://gitlab.com' });
const SERVER = connection({ baseUrl: 'https://ghe.acme.com/api/v3' });

describe('explainConnectionFailure', () => {
  it.each<{ failure: Failure; of: typeof TOKEN; problem: string; message: string; advice: string }>(
    [
      {
        failure: { kind: 'unauthorized' },
        of: TOKEN,
        problem: 'unauthorized',
        message: 'github.com does not accept the token',
        advice: 'Make a new token',
      },
      {
        failure: { kind: 'unauthorized' },
        of: APP,
        problem: 'bad-key',
        message: 'does not accept the private key for the app 12',
        advice: 'new private key',
      },
      {
        failure: { kind: 'forbidden', sso: true },
        of: TOKEN,
        problem: 'sso',
        message: 'single sign-on',
        advice: 'Configure SSO',
      },
      {
        failure: { kind: 'forbidden', sso: false },
        of: TOKEN,
        problem: 'forbidden',
        message: 'may not read',
        advice: 'pull requests, commit statuses',
      },
      {
        failure: { kind: 'forbidden', sso: false },
        of: GITLAB,
        problem: 'forbidden',
        message: 'gitlab.com knows the account',
        advice: 'scope read_api',
      },
      {
        failure: { kind: 'not-found' },
        of: GITLAB,
        problem: 'not-found',
        message: 'https://gitlab.com',
        advice: 'https://gitlab.acme.com, with the path',
      },
      {
        failure: { kind: 'rate-limited', retryAfterSeconds: 60 },
        of: GITLAB,
        problem: 'rate-limited',
        message: 'for one minute',
        advice: 'a token of its own for each group',
      },
      {
        failure: { kind: 'not-found' },
        of: SERVER,
        problem: 'not-found',
        message: 'https://ghe.acme.com/api/v3',
        advice: 'Check the address',
      },
      {
        failure: { kind: 'not-found' },
        of: APP,
        problem: 'not-found',
        message: 'The app 12 has no installation 34',
        advice: 'installation id',
      },
      {
        failure: { kind: 'rate-limited', retryAfterSeconds: 90 },
        of: TOKEN,
        problem: 'rate-limited',
        message: 'for 2 minutes',
        advice: 'Test again',
      },
      {
        failure: { kind: 'rate-limited', retryAfterSeconds: 0 },
        of: TOKEN,
        problem: 'rate-limited',
        message: 'for one minute',
        advice: 'Test again',
      },
      {
        failure: { kind: 'unavailable', status: null },
        of: SERVER,
        problem: 'unreachable',
        message: 'ghe.acme.com does not answer',
        advice: 'reached from the internet',
      },
      {
        failure: { kind: 'unavailable', status: 502 },
        of: SERVER,
        problem: 'unreachable',
        message: 'the error 502',
        advice: 'host is up',
      },
      {
        failure: { kind: 'egress-blocked' },
        of: SERVER,
        problem: 'egress-blocked',
        message: 'https://ghe.acme.com/api/v3',
        advice: 'Allow this address on this page first',
      },
      {
        failure: { kind: 'unexpected-answer' },
        of: SERVER,
        problem: 'not-this-host',
        message: 'not the API of GitHub',
        advice: 'log-in page',
      },
    ],
  )('calls $failure.kind $problem', ({ failure, of, problem, message, advice }) => {
    expect(explainConnectionFailure(failure, of)).toEqual({
      problem,
      message: expect.stringContaining(message) as string,
      advice: expect.stringContaining(advice) as string,
    });
  });
});
