import type { z } from 'zod';

import { ProviderError } from '../../ports/provider-error';
import type { Failure } from '../../ports/provider-error';

/** A call to Jira by a path such as `/rest/api/3/myself`; whoever supplies it decides as whom. */
export type JiraFetch = (path: string, init?: RequestInit) => Promise<Response>;

/** What is asked: where, and how to name it to a person (`issue PAY-12`). */
export type Question<Schema extends z.ZodType> = {
  path: string;
  what: string;
  schema: Schema;
  /** Sent as JSON, by POST. */
  body?: unknown;
  /** What the question would do; it shows something unless it says otherwise. */
  verb?: Verb;
  /** In place of `body`: a call that is no question. */
  send?: Sending;
};

type Sending =
  | { method: 'POST' | 'PUT'; headers: Record<string, string>; body: string }
  | { method: 'DELETE'; headers: Record<string, string> };

type Verb = 'show' | 'change';

/** Jira sends Retry-After with every 429 that it documents; this stands in when a proxy drops it. */
const DEFAULT_RETRY_AFTER_SECONDS = 60;

/**
 * One JSON answer of Jira, parsed.
 *
 * Source: https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/
 * Limits: one call, no retry: whoever asks knows whether waiting is worth it.
 * Errors: `unauthorized` 401, `forbidden` 403, `not-found` 404, `rate-limited` 429 with Retry-After,
 *         `unavailable` 5xx or no network, `unexpected-answer` anything that is not what we read.
 */
export async function ask<Schema extends z.ZodType>(
  fetch: JiraFetch,
  { schema, ...question }: Question<Schema>,
): Promise<z.output<Schema>> {
  const { what, verb = 'show' } = question;
  const response = await send(fetch, question);
  if (!response.ok) throw toError(response, what, verb);
  const answer = schema.safeParse(await readJson(response, what));
  if (answer.success) return answer.data;
  const fields = answer.error.issues.map(({ path: at }) => at.join('.')).join(', ');
  throw unexpected(`Jira answered ${what} in an unknown shape (at ${fields})`, answer.error);
}

/**
 * A change in Jira, of whose answer nothing is read: it may be empty.
 *
 * Errors: as `ask`.
 */
export async function tell(
  fetch: JiraFetch,
  change: { path: string; what: string; send: Sending },
): Promise<void> {
  const response = await send(fetch, { ...change, verb: 'change' });
  if (!response.ok) throw toError(response, change.what, 'change');
}

type Sent = Pick<Question<z.ZodType>, 'path' | 'what' | 'verb' | 'body' | 'send'>;

async function send(
  fetch: JiraFetch,
  { path, what, verb = 'show', ...sent }: Sent,
): Promise<Response> {
  try {
    return await fetch(path, initOf(sent));
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause;
    throw new ProviderError(
      { kind: 'unavailable', status: null },
      `Jira could not be reached to ${WORDS[verb].read} ${what}. Try again in a minute.`,
      { cause },
    );
  }
}

function initOf({ body, send: given }: Pick<Sent, 'body' | 'send'>): RequestInit {
  const accept = { accept: 'application/json' };
  if (given) return { ...given, headers: { ...accept, ...given.headers } };
  if (body === undefined) return { headers: accept };
  const headers = { ...accept, 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(body) };
}

async function readJson(response: Response, what: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw unexpected(`Jira answered ${what} with something that is not JSON`, cause);
  }
}

const unexpected = (what: string, cause: unknown): ProviderError =>
  new ProviderError(
    { kind: 'unexpected-answer' },
    `${what}. Reload; if it stays, report it to the maintainers of this app.`,
    { cause },
  );

function toError({ status, headers }: Response, what: string, verb: Verb): ProviderError {
  const failure = toFailure(status, headers);
  return new ProviderError(failure, toMessage(failure, { what, verb, status }));
}

function toFailure(status: number, headers: Headers): Failure {
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403) return { kind: 'forbidden', sso: false };
  if (status === 404) return { kind: 'not-found' };
  if (status === 429) return { kind: 'rate-limited', retryAfterSeconds: retryAfter(headers) };
  return status >= 500 ? { kind: 'unavailable', status } : { kind: 'unexpected-answer' };
}

function retryAfter(headers: Headers): number {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return Number.isNaN(seconds) ? DEFAULT_RETRY_AFTER_SECONDS : seconds;
}

type Refused = { what: string; verb: Verb; status: number };

const WORDS = {
  show: { see: 'see', read: 'read', reading: 'reading' },
  change: { see: 'change', read: 'change', reading: 'changing' },
} as const;

function toMessage(failure: Failure, { what, verb, status }: Refused): string {
  const { see, reading } = WORDS[verb];
  switch (failure.kind) {
    case 'unauthorized':
      return `Jira does not know who asks for ${what} (401). Sign in again and allow the app access.`;
    case 'forbidden':
      return `Jira refused to ${verb} ${what} (403). Ask a Jira administrator for the permission.`;
    case 'not-found':
      return `Jira has no ${what}, or you may not ${see} it (404). Check the key and your permissions.`;
    case 'rate-limited':
      return `Jira is asked too often to ${verb} ${what} (429). Try again in ${failure.retryAfterSeconds} seconds.`;
    case 'unavailable':
      return `Jira failed while ${reading} ${what} (${status}). Try again in a minute.`;
    case 'egress-blocked':
    case 'unexpected-answer':
      return `Jira answered ${status} to the question for ${what}. Reload; if it stays, report it to the maintainers of this app.`;
  }
}
