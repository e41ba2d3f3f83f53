import { setTimeout as wait } from 'node:timers/promises';
import type { RequesterType, ResourceOptions } from '@gitbeaker/requester-utils';
import { createRequesterFn } from '@gitbeaker/requester-utils';

import type { Headers } from './rate-limit';
import { GitLabRefusal, isEgressBlock, isOutage, isRateLimit } from './refusal';

const MAX_RETRIES = 2;
const LONGEST_WAIT_SECONDS = 5;

type Ask = { url: URL; headers: Record<string, string>; body?: string };
type Answer = { body: Record<string, unknown>; headers: Record<string, string>; status: number };

export type ExchangeOptions = {
  fetch: typeof fetch;
  /** The first pause before a failed call is tried again; the second is four times as long. */
  retryBaseMs: number;
  /** Sent with every request: `if-none-match`. */
  headers: Record<string, string>;
  /** Told the headers of every answer, good or bad. */
  onAnswer: (headers: Headers) => void;
};

/**
 * What Gitbeaker sends its requests with. Its own requester waits out up to ten refusals, which is
 * longer than an invocation may take.
 */
export function createRequester(
  options: ExchangeOptions,
): (resource: ResourceOptions) => RequesterType {
  return createRequesterFn(
    (_, request) => Promise.resolve(request),
    (endpoint, request) => send(options, toAsk(endpoint, request ?? {}, options.headers)),
  );
}

function toAsk(
  endpoint: string,
  request: { prefixUrl?: string; searchParams?: string; headers?: Record<string, string> },
  headers: Record<string, string>,
): Ask {
  const url = new URL(endpoint, request.prefixUrl);
  url.search = request.searchParams ?? '';
  return { url, headers: { accept: 'application/json', ...request.headers, ...headers } };
}

/** 5xx and network failures are tried twice more, a short rate limit once. A body is posted. */
export async function send(options: ExchangeOptions, ask: Ask): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(options, ask);
    if (!(outcome instanceof GitLabRefusal)) return outcome;
    const pause = pauseBefore(outcome, attempt, options.retryBaseMs);
    if (pause === null) throw outcome;
    await wait(pause);
  }
}

function pauseBefore(refusal: GitLabRefusal, attempt: number, baseMs: number): number | null {
  if (isEgressBlock(refusal)) return null;
  if (isRateLimit(refusal)) {
    const seconds = Number(refusal.headers['retry-after'] ?? Infinity);
    return attempt === 0 && seconds <= LONGEST_WAIT_SECONDS ? seconds * 1000 : null;
  }
  return isOutage(refusal) && attempt < MAX_RETRIES ? baseMs * (attempt + 1) ** 2 : null;
}

async function attemptOnce(
  { fetch, onAnswer }: ExchangeOptions,
  { url, headers, body }: Ask,
): Promise<Answer | GitLabRefusal> {
  const posted = body === undefined ? {} : { method: 'POST', body };
  try {
    const response = await fetch(url.toString(), { headers, ...posted });
    const answered = Object.fromEntries(response.headers.entries());
    onAnswer(answered);
    return response.ok
      ? await readAnswer(response, answered)
      : new GitLabRefusal(response.status, answered);
  } catch (cause) {
    return new GitLabRefusal(null, {}, { cause });
  }
}

async function readAnswer(
  response: Response,
  headers: Record<string, string>,
): Promise<Answer | GitLabRefusal> {
  const { status } = response;
  const text = await response.text();
  if (!headers['content-type']?.includes('json')) return new GitLabRefusal(status, headers);
  return { body: JSON.parse(text) as Record<string, unknown>, headers, status };
}
