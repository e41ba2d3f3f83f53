import type { BaseResourceOptions } from '@gitbeaker/requester-utils';
import type { z } from 'zod';

import type { Failure } from '../../ports/provider-error';
import { ProviderError } from '../../ports/provider-error';
import type { ExchangeOptions } from './exchange';
import { createRequester, send } from './exchange';
import type { Subject } from './provider-message';
import { toMessage } from './provider-message';
import type { Headers } from './rate-limit';
import type { RateGate } from './rate-limit';
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

type Query<T> = {
  text: string;
  variables: Record<string, unknown>;
  schema: z.ZodType<T>;
  about: About;
};

export type Answer<T> = { value: T; headers: Headers };

/** GitLab over HTTP: parsed answers, or a `ProviderError`. One call is one request, plus retries. */
export type GitLabClient = {
  get<T>(ask: Get<T>): Promise<Answer<T>>;
  /** `null` when GitLab answers with `status`, which then is no failure. */
  getUnless<T>(status: 304 | 404, ask: Get<T>): Promise<Answer<T> | null>;
  /** GraphQL; `null` when this GitLab refuses the query as such: it may not know a field. */
  query<T>(ask: Query<T>): Promise<T | null>;
  /** The error of a question whose answer says that there is no such thing. */
  missing(about: About): ProviderError;
  /** The error of a question whose answer cannot be the whole one. */
  unexpected(about: About): ProviderError;
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
  const exchange = createExchange(gate, fail);
  const get: GitLabClient['get'] = ({ call, schema, about, headers = {} }) =>
    exchange(about, async (onAnswer) =>
      schema.parse(await call(toSettings({ ...options, baseUrl }, { headers, onAnswer }))),
    );
  const query: GitLabClient['query'] = async ({ text, variables, schema, about }) => {
    const { value } = await exchange(about, async (onAnswer) => {
      const body = JSON.stringify({ query: text, variables });
      const answer = await post({ ...options, baseUrl }, { body, onAnswer });
      return 'errors' in answer ? null : schema.parse(answer.data);
    });
    return value;
  };
  const getUnless: GitLabClient['getUnless'] = async (status, ask) => {
    try {
      return await get(ask);
    } catch (error) {
      if (statusOf(error) === status) return null;
      throw error;
    }
  };
  return {
    get,
    getUnless,
    query,
    missing: (about) => fail({ kind: 'not-found' }, about),
    unexpected: (about) => fail({ kind: 'unexpected-answer' }, about),
  };
}

type Exchange = <T>(
  about: About,
  run: (onAnswer: ExchangeOptions['onAnswer']) => Promise<T>,
) => Promise<Answer<T>>;

/** Runs one question and its retries: a value with the headers of the answer, or a `ProviderError`. */
function createExchange(
  gate: RateGate,
  fail: (failure: Failure, about: About, cause?: unknown) => ProviderError,
): Exchange {
  return async (about, run) => {
    const left = gate.closedFor();
    if (left > 0) throw fail({ kind: 'rate-limited', retryAfterSeconds: left }, about);
    let answered: Headers = {};
    const onAnswer = (given: Headers): void => {
      answered = given;
      gate.note(given);
    };
    try {
      return { value: await run(onAnswer), headers: answered };
    } catch (error) {
      const isRefusal = error instanceof GitLabRefusal;
      throw fail(isRefusal ? toFailure(error) : { kind: 'unexpected-answer' }, about, error);
    }
  };
}

async function post(
  { fetch, baseUrl, token, retryBaseMs = RETRY_BASE_MS }: GitLabOptions,
  { body, onAnswer }: { body: string; onAnswer: ExchangeOptions['onAnswer'] },
): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = { url: new URL(`${baseUrl}/api/graphql`), headers, body };
  const answer = await send({ fetch, retryBaseMs, headers: {}, onAnswer }, ask);
  return answer.body;
}

const RETRY_BASE_MS = 500;

/** As a bearer, for that is what a fetch leaves behind when a redirect leads to another host. */
const toSettings = (
  { fetch, baseUrl, token, retryBaseMs = RETRY_BASE_MS }: GitLabOptions,
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
