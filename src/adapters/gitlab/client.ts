import type { BaseResourceOptions } from '@gitbeaker/requester-utils';
import type { z } from 'zod';

import type { Failure } from '../../ports/provider-error';
import { ProviderError } from '../../ports/provider-error';
import type { ExchangeOptions } from './exchange';
import { createRequester } from './exchange';
import type { Subject } from './provider-message';
import { toMessage } from './provider-message';
import type { Headers } from './rate-limit';
import { createRateGate } from './rate-limit';
import { GitLabRefusal, toFailure } from './refusal';

export type GitLabOptions = {
  fetch: typeof fetch;
  /** `https://gitlab.com`, `https://git.acme.com/gitlab`. */
  baseUrl: string;
  /** Of a person, a project or a group. */
  token: string;
  /** The first pause before a failed call is tried again; the second is four times as long. */
  retryBaseMs?: number;
};

type About = Pick<Subject, 'what' | 'path'>;

/** What each of Gitbeaker's resources is made with. */
type Settings = BaseResourceOptions<false>;

type Get<T> = {
  /** Asks one of Gitbeaker's resources: `(settings) => new Users(settings).showCurrentUser()`. */
  call: (settings: Settings) => Promise<unknown>;
  schema: z.ZodType<T>;
  about: About;
  /** Sent along: `if-none-match`. */
  headers?: Record<string, string>;
};

export type Answer<T> = { value: T; headers: Headers };

/** GitLab over HTTP: parsed answers, or a `ProviderError`. One call is one request, plus retries. */
export type GitLabClient = {
  get<T>(ask: Get<T>): Promise<Answer<T>>;
  /** `null` when GitLab answers with `status`, which then is no failure. */
  getUnless<T>(status: 304 | 404, ask: Get<T>): Promise<Answer<T> | null>;
  /** The error of a question whose answer says that there is no such thing. */
  missing(about: About): ProviderError;
};

/** A client for one connection. */
export function createClient(options: GitLabOptions): GitLabClient {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const { host } = new URL(baseUrl);
  const gate = createRateGate();

  const fail = (failure: Failure, about: About, cause?: unknown): ProviderError => {
    if (failure.kind === 'rate-limited') gate.close(failure.retryAfterSeconds);
    return new ProviderError(failure, toMessage(failure, { ...about, host }), { cause });
  };
  const get: GitLabClient['get'] = async ({ call, schema, about, headers = {} }) => {
    const left = gate.closedFor();
    if (left > 0) throw fail({ kind: 'rate-limited', retryAfterSeconds: left }, about);
    let answered: Headers = {};
    const onAnswer = (given: Headers): void => {
      answered = given;
      gate.note(given);
    };
    try {
      const settings = toSettings({ ...options, baseUrl }, { headers, onAnswer });
      return { value: schema.parse(await call(settings)), headers: answered };
    } catch (error) {
      const isRefusal = error instanceof GitLabRefusal;
      throw fail(isRefusal ? toFailure(error) : { kind: 'unexpected-answer' }, about, error);
    }
  };
  const getUnless: GitLabClient['getUnless'] = async (status, ask) => {
    try {
      return await get(ask);
    } catch (error) {
      if (statusOf(error) === status) return null;
      throw error;
    }
  };
  return { get, getUnless, missing: (about) => fail({ kind: 'not-found' }, about) };
}

/** As a bearer, for that is what a fetch leaves behind when a redirect leads to another host. */
const toSettings = (
  { fetch, baseUrl, token, retryBaseMs = 500 }: GitLabOptions,
  exchange: Pick<ExchangeOptions, 'headers' | 'onAnswer'>,
): Settings => ({
  host: baseUrl,
  oauthToken: token,
  requesterFn: createRequester({ fetch, retryBaseMs, ...exchange }),
  ...UNLIMITED,
});

/** Gitbeaker's own limits and deadlines would keep timers and queues. */
const UNLIMITED = { rateLimits: {}, queryTimeout: null };

const statusOf = (error: unknown): number | null =>
  error instanceof ProviderError && error.cause instanceof GitLabRefusal
    ? error.cause.status
    : null;
