import { createMiddleware } from 'hono/factory';
import type { MiddlewareHandler } from 'hono';
import type { Env } from './env';

const PERIOD_SECONDS = 60;

type Window = { period: number; observed: number };

/**
 * Counts every request of a token, a 304 too, by the minutes of the clock, and answers 429 as plain
 * text beyond the limit.
 *
 * Source: https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/#response-headers
 */
export function meterRequests(limit: number, clock: () => Date): MiddlewareHandler<Env> {
  const windows = new Map<string, Window>();
  return createMiddleware<Env>(async (ask, next) => {
    const seconds = Math.floor(clock().getTime() / 1000);
    const window = count(windows, ask.var.actor.token, Math.floor(seconds / PERIOD_SECONDS));
    const resetAt = (window.period + 1) * PERIOD_SECONDS;
    const headers = toHeaders(limit, window.observed, resetAt);
    if (window.observed > limit) return tooMany(headers, resetAt, seconds);
    await next();
    for (const [name, value] of Object.entries(headers)) ask.res.headers.set(name, value);
    return undefined;
  });
}

function count(windows: Map<string, Window>, token: string, period: number): Window {
  const known = windows.get(token);
  const observed = known?.period === period ? known.observed + 1 : 1;
  const window = { period, observed };
  windows.set(token, window);
  return window;
}

const toHeaders = (limit: number, observed: number, resetAt: number): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-name': 'throttle_authenticated_api',
  'ratelimit-observed': String(observed),
  'ratelimit-remaining': String(Math.max(0, limit - observed)),
  'ratelimit-reset': String(resetAt),
});

function tooMany(headers: Record<string, string>, resetAt: number, seconds: number): Response {
  return new Response('Retry later\n', {
    status: 429,
    headers: {
      ...headers,
      'content-type': 'text/plain',
      'ratelimit-resettime': new Date(resetAt * 1000).toUTCString(),
      'retry-after': String(resetAt - seconds),
    },
  });
}
