import { createAppAuth } from '@octokit/auth-app';
import type { ThrottlingOptions } from '@octokit/plugin-throttling';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { randomUUID } from 'node:crypto';

import { ProviderError } from '../../ports/provider-error';
import { toAppKey } from './app-key';
import { isAppRefusal, isEgressBlock, readRefusal } from './refusal';

export type GitHubAuth =
  | { kind: 'token'; token: string }
  | { kind: 'app'; appId: number; installationId: number; privateKey: string };

export type GitHubOptions = {
  fetch: typeof fetch;
  /** `https://api.github.com`, `https://ghe.acme.com/api/v3`. */
  baseUrl: string;
  auth: GitHubAuth;
  /** The first pause before a failed call is tried again; the second is four times as long. */
  retryBaseMs?: number;
};

const MAX_RETRIES = 2;
const LONGEST_WAIT_SECONDS = 5;
const NO_RETRY = [304, 400, 401, 403, 404, 406, 409, 410, 422, 429, 451];

const silent = (): undefined => undefined;
const SILENCE = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * The throttling plugin lets one POST a second through, for GitHub asks that of calls that change
 * something. Our only POSTs are GraphQL queries: reads, which need no pause.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
 */
const UNPACED = {
  key: () => ({ schedule: <T>(_job: unknown, task: () => T): T => task() }),
} as unknown as NonNullable<ThrottlingOptions['write']>;

/** Octokit with its retry and throttling plugins, silent, over the given fetch. */
export function createOctokit(options: GitHubOptions): Octokit {
  const { fetch, baseUrl, retryBaseMs = 500 } = options;
  return new (Octokit.plugin(stopSecondRetry, retry, throttling))({
    ...credentialOf(options.auth),
    baseUrl: baseUrl.replace(/\/+$/, ''),
    userAgent: 'convoy',
    log: SILENCE,
    request: { fetch, log: SILENCE },
    retry: { retries: MAX_RETRIES, retryAfterBaseValue: retryBaseMs, doNotRetry: NO_RETRY },
    throttle: {
      // The plugin's queues live in its module, which tenants of one Forge process share.
      id: randomUUID(),
      write: UNPACED,
      onRateLimit: isWorthWaiting,
      onSecondaryRateLimit: isWorthWaiting,
    },
  });
}

/** Once, and not for long; 0 seconds means that GitHub and we do not agree on the time. */
function isWorthWaiting(
  seconds: number,
  _options: unknown,
  _octokit: unknown,
  retryCount: number,
): boolean {
  return retryCount === 0 && seconds > 0 && seconds <= LONGEST_WAIT_SECONDS;
}

function credentialOf(auth: GitHubAuth): Record<string, unknown> {
  if (auth.kind === 'token') return { auth: auth.token };
  const { appId, installationId } = auth;
  const privateKey = toAppKey(auth.privateKey);
  if (privateKey === null) throw badKey(appId);
  return { authStrategy: createAppAuth, auth: { appId, installationId, privateKey } };
}

const badKey = (appId: number): ProviderError =>
  new ProviderError(
    { kind: 'unauthorized' },
    `The private key of GitHub App ${appId} cannot be read. Paste the whole .pem file that GitHub ` +
      `gave for the app, from "-----BEGIN" to "-----END ... PRIVATE KEY-----".`,
  );

/**
 * A call that Forge refused will be refused again. A call for the app's token has had its retries
 * when it fails; without this the call that needed the token would repeat all of them.
 */
function stopSecondRetry(octokit: Pick<Octokit, 'hook'>): void {
  octokit.hook.error('request', (error, options) => {
    const refusal = readRefusal(error);
    const isInner = isAppRefusal(refusal) && !isAppRefusal({ url: options.url });
    if (isInner || isEgressBlock(refusal)) options.request.retries = 0;
    throw error;
  });
}
