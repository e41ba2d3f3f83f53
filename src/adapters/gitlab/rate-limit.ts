export type Headers = Readonly<Record<string, string | undefined>>;

/** The period over which GitLab counts, and Forge. */
const FALLBACK_SECONDS = 60;

/**
 * How long GitLab wants to be left alone, by its own headers and its own clock; a minute when it
 * gives no time, as limits of single endpoints do not.
 *
 * Source: https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
 */
export function retryAfterSeconds(headers: Headers, nowMs: number): number {
  const asked = Number(headers['retry-after']);
  if (asked > 0) return Math.ceil(asked);
  return isSpent(headers) ? secondsUntilReset(headers, nowMs) : FALLBACK_SECONDS;
}

const isSpent = (headers: Headers): boolean => headers['ratelimit-remaining'] === '0';

function secondsUntilReset(headers: Headers, nowMs: number): number {
  const resetMs = Number(headers['ratelimit-reset']) * 1000;
  const answeredMs = Date.parse(headers.date ?? '');
  const left = Math.ceil((resetMs - (Number.isNaN(answeredMs) ? nowMs : answeredMs)) / 1000);
  return left > 0 ? left : 1;
}

/** Remembers that the limit is spent, so that no call is made which GitLab would only refuse. */
export type RateGate = {
  /** Seconds until GitLab takes calls again; 0 when it does. */
  closedFor(): number;
  /** Reads what an answer, good or bad, says of the limit. */
  note(headers: Headers): void;
  close(seconds: number): void;
};

export function createRateGate(): RateGate {
  let openAtMs = 0;
  const close = (seconds: number): void => {
    openAtMs = Math.max(openAtMs, Date.now() + seconds * 1000);
  };
  return {
    closedFor: () => Math.max(0, Math.ceil((openAtMs - Date.now()) / 1000)),
    note: (headers) => {
      if (isSpent(headers)) close(secondsUntilReset(headers, Date.now()));
    },
    close,
  };
}
