import type { Octokit } from '@octokit/rest';
import { z } from 'zod';

import { ProviderError } from '../../ports/provider-error';
import { githubHostOf } from './host';
import type { GitHubAuth, GitHubOptions } from './octokit';
import { createOctokit } from './octokit';
import type { Subject } from './provider-message';
import { toMessage } from './provider-message';
import type { Headers as AnswerHeaders, Resource } from './rate-limit';
import { createRateGate, isSpent } from './rate-limit';
import { readRefusal, toFailure } from './refusal';

type About = Pick<Subject, 'what' | 'path'>;

type Get<T> = {
  /** `GET /repos/{owner}/{repo}`; the braces are filled, escaped, from `parameters`. */
  route: string;
  parameters: Record<string, unknown>;
  schema: z.ZodType<T>;
  about: About;
};

type GetBytes = Pick<Get<never>, 'route' | 'parameters' | 'about'> & {
  /** GitHub's media type: `diff`, `patch`, `sha`. */
  form: 'diff' | 'patch' | 'sha';
};

export type Answer<T> = { value: T; headers: AnswerHeaders };

type Query<T> = {
  text: string;
  variables: Record<string, unknown>;
  schema: z.ZodType<T>;
  about: About;
};

/** GitHub over HTTP: parsed answers, or a `ProviderError`. One call is one request, plus retries. */
export type GitHubClient = {
  get<T>(ask: Get<T>): Promise<Answer<T>>;
  /** `null` when GitHub answers with `status`, which then is no failure. */
  getUnless<T>(status: 304 | 404 | 409, ask: Get<T>): Promise<Answer<T> | null>;
  /** An answer that is text, as the bytes that GitHub sent: a diff may be in any encoding. */
  getBytes(ask: GetBytes): Promise<Uint8Array>;
  query<T>(ask: Query<T>): Promise<T>;
};

type Session = {
  octokit: Octokit;
  fail: (thrown: unknown, about: About) => ProviderError;
};

const credentialName = (auth: GitHubAuth): string =>
  auth.kind === 'token'
    ? 'the token'
    : `installation ${auth.installationId} of app ${auth.appId} (or its key)`;

/**
 * A client for one connection. It makes no call before the first question, so a key that cannot be
 * read is an error of that question.
 */
export function createClient(options: GitHubOptions): GitHubClient {
  const host = githubHostOf(options.baseUrl);
  const credential = credentialName(options.auth);
  const gate = createRateGate();
  let connected: Octokit | undefined;

  const fail = (thrown: unknown, about: About): ProviderError => {
    if (thrown instanceof ProviderError) return thrown;
    const refusal = readRefusal(thrown);
    const failure = toFailure(refusal);
    if (failure.kind === 'rate-limited' && !isSpent(refusal.headers)) {
      gate.close(failure.retryAfterSeconds);
    }
    const message = toMessage(failure, { ...about, host, credential });
    return new ProviderError(failure, message, { cause: thrown });
  };

  const open = (resource: Resource, about: About): Session => {
    gate.check(resource, (seconds) => {
      const failure = { kind: 'rate-limited', retryAfterSeconds: seconds } as const;
      return new ProviderError(failure, toMessage(failure, { ...about, host, credential }));
    });
    connected ??= watch(createOctokit(options), (headers) => {
      gate.note(headers);
    });
    return { octokit: connected, fail };
  };

  return {
    get: async (ask) => get(open('core', ask.about), ask),
    getUnless: async (status, ask) => {
      try {
        return await get(open('core', ask.about), ask);
      } catch (error) {
        if (statusOf(error) === status) return null;
        throw error;
      }
    },
    getBytes: async (ask) => getBytes(open('core', ask.about), ask, options.fetch),
    query: async (ask) => query(open('graphql', ask.about), ask),
  };
}

/** The HTTP status of what `ProviderError` stands for; `null` without one. */
export const statusOf = (error: unknown): number | null =>
  error instanceof ProviderError ? readRefusal(error.cause).status : null;

/** Reads the limits in every answer, and refuses text where data was asked for. */
function watch(octokit: Octokit, note: (headers: AnswerHeaders) => void): Octokit {
  octokit.hook.after('request', (response) => {
    note(readRefusal({ response }).headers);
    if (typeof response.data === 'string') {
      throw Object.assign(new Error('The answer is text, not JSON'), { response });
    }
  });
  octokit.hook.error('request', (error) => {
    note(readRefusal(error).headers);
    throw error;
  });
  return octokit;
}

/** `request: {}` gives each call options of its own; the plugins write into them. */
async function get<T>({ octokit, fail }: Session, ask: Get<T>): Promise<Answer<T>> {
  try {
    const response: { data: unknown } = await octokit.request(ask.route, {
      ...ask.parameters,
      request: {},
    });
    return { value: ask.schema.parse(response.data), headers: readRefusal({ response }).headers };
  } catch (error) {
    throw fail(error, ask.about);
  }
}

async function getBytes(
  { octokit, fail }: Session,
  { route, parameters, about, form }: GetBytes,
  fetch: typeof globalThis.fetch,
): Promise<Uint8Array> {
  try {
    const response: { data: unknown } = await octokit.request(route, {
      ...parameters,
      headers: { accept: `application/vnd.github.${form}` },
      request: { fetch: keepingBytes(fetch) },
    });
    return Bytes.parse(response.data);
  } catch (error) {
    throw fail(error, about);
  }
}

const Bytes = z.instanceof(ArrayBuffer).transform((buffer) => new Uint8Array(buffer));

/**
 * Octokit decodes what says that it is UTF-8. The whole body is read here, so that an answer that
 * breaks off is asked for again.
 */
function keepingBytes(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !type.startsWith('application/vnd.github.')) return response;
    const headers = new Headers(response.headers);
    headers.set('content-type', 'application/octet-stream');
    return new Response(await response.arrayBuffer(), { status: response.status, headers });
  };
}

async function query<T>({ octokit, fail }: Session, ask: Query<T>): Promise<T> {
  try {
    return ask.schema.parse(await octokit.graphql(ask.text, { ...ask.variables, request: {} }));
  } catch (error) {
    throw fail(error, ask.about);
  }
}
