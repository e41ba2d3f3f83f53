import { createMiddleware } from 'hono/factory';
import type { MiddlewareHandler } from 'hono';
import type { Actor } from './actor';
import type { Env } from './env';
import { Problem } from './problem';
import { toRateHeaders } from './rate-limit';
import type { RateLimiter } from './rate-limit';

export function callerOf(actor: Actor): string {
  if (actor.kind === 'user') return `user ${actor.token}`;
  return `${actor.kind} ${actor.app.installationId}`;
}

const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const FREE = new Set(['/rate_limit']);

/** Counts each answer against the caller's hour; a 304 costs nothing. `/graphql` counts its own points. */
export function meterCore(limiter: RateLimiter, graphqlPath: string): MiddlewareHandler<Env> {
  return createMiddleware<Env>(async (ask, next) => {
    const caller = callerOf(ask.var.actor);
    if (ask.req.path === graphqlPath) {
      await next();
      return;
    }
    const isFree = FREE.has(ask.req.path);
    const before = limiter.state(caller, 'core');
    if (before.remaining === 0 && !isFree) {
      const headers = toRateHeaders(before, 'core');
      throw new Problem(403, 'API rate limit exceeded for user ID 1.', { headers });
    }
    if (!isFree) limiter.spend(caller, 'core', 1);
    await next();
    if (ask.res.status === 304) limiter.spend(caller, 'core', -1);
    const headers = toRateHeaders(limiter.state(caller, 'core'), 'core');
    for (const [name, value] of Object.entries(headers)) ask.res.headers.set(name, value);
  });
}

/** The limit on bursts: 403 with `retry-after`. */
export function meterBursts(take: (caller: string) => number | null): MiddlewareHandler<Env> {
  return createMiddleware<Env>(async (ask, next) => {
    const wait = take(callerOf(ask.var.actor));
    if (wait !== null) {
      throw new Problem(403, SECONDARY, { headers: { 'retry-after': String(wait) } });
    }
    await next();
  });
}
