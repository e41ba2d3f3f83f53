import type { ProviderError } from '../../ports/provider-error';

export type Headers = Readonly<Record<string, string | undefined>>;

/** GitHub counts REST and GraphQL apart. */
export type Resource = 'core' | 'graphql';

/** "Wait for at least one minute before retrying", when GitHub gives no time. */
const FALLBACK_SECONDS = 60;

/**
 * How long GitHub wants to be left alone, by its own headers and its own clock.
 *
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function retryAfterSeconds(headers: Headers, nowMs: number): number {
  const asked = Number(headers['retry-after']);
  if (asked > 0) return Math.ceil(asked);
  return isSpent(headers) ? secondsUntilReset(headers, nowMs) : FALLBACK_SECONDS;
}

export const isSpent = (headers: Headers): boolean => headers['x-ratelimit-remaining'] === '0';

/** One second more than GitHub says, because it says whole seconds. */
function secondsUntilReset(headers: Headers, nowMs: number): number {
  const resetMs = Number(headers['x-ratelimit-reset']) * 1000;
  const answeredMs = Date.parse(headers.date ?? '');
  const left = Math.ceil((resetMs - (Number.isNaN(answeredMs) ? nowMs : answeredMs)) / 1000) + 1;
  return left > 0 ? left : 1;
}

/** Remembers which limit is spent, so that no call is made which GitHub would only count against us. */
export type RateGate = {
  /** Throws `rate-limited` while the limit is spent. */
  check(resource: Resource, refuse: (seconds: number) => ProviderError): void;
  /** Reads what an answer, good or bad, says of the limit. */
  note(headers: Headers): void;
  /** Closes the gate for everything: a secondary limit knows no resource. */
  close(seconds: number): void;
};

export function createRateGate(): RateGate {
  const openAtMs: Record<Resource, number> = { core: 0, graphql: 0 };
  const close = (resource: Resource, seconds: number): void => {
    openAtMs[resource] = Math.max(openAtMs[resource], Date.now() + seconds * 1000);
  };
  return {
    check: (resource, refuse) => {
      const left = Math.ceil((openAtMs[resource] - Date.now()) / 1000);
      if (left > 0) throw refuse(left);
    },
    note: (headers) => {
      if (!isSpent(headers)) return;
      const resource = headers['x-ratelimit-resource'] === 'graphql' ? 'graphql' : 'core';
      close(resource, secondsUntilReset(headers, Date.now()));
    },
    close: (seconds) => {
      close('core', seconds);
      close('graphql', seconds);
    },
  };
}
