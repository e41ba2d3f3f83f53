/** GitHub counts REST requests and GraphQL points apart. */
export type RateResource = 'core' | 'graphql';
export type RateState = { limit: number; used: number; remaining: number; reset: number };

export type RateLimiter = {
  state(caller: string, resource: RateResource): RateState;
  spend(caller: string, resource: RateResource, cost: number): void;
};

const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;

/** A budget per caller and resource that is whole again an hour after its first use. */
export function createRateLimiter(limit: number, clock: () => Date): RateLimiter {
  const windows = new Map<string, { used: number; reset: number }>();
  const open = (caller: string, resource: RateResource): { used: number; reset: number } => {
    const key = `${resource} ${caller}`;
    const now = Math.floor(clock().getTime() / 1000);
    const current = windows.get(key);
    if (current && current.reset > now) return current;
    const fresh = { used: 0, reset: now + HOUR_SECONDS };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    state: (caller, resource) => {
      const { used, reset } = open(caller, resource);
      return { limit, used, remaining: Math.max(0, limit - used), reset };
    },
    spend: (caller, resource, cost) => {
      open(caller, resource).used += cost;
    },
  };
}

export function toRateHeaders(state: RateState, resource: RateResource): Record<string, string> {
  return {
    'x-ratelimit-limit': String(state.limit),
    'x-ratelimit-remaining': String(state.remaining),
    'x-ratelimit-used': String(state.used),
    'x-ratelimit-reset': String(state.reset),
    'x-ratelimit-resource': resource,
  };
}

/** Too many requests in a minute: how long to wait, in seconds, or `null` to go on. */
export function createSecondaryLimiter(
  requestsPerMinute: number,
  clock: () => Date,
): (caller: string) => number | null {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return (caller) => {
    const now = clock().getTime() / 1000;
    const current = windows.get(caller);
    if (!current || current.endsAt <= now) {
      windows.set(caller, { count: 1, endsAt: now + MINUTE_SECONDS });
      return null;
    }
    current.count += 1;
    return current.count > requestsPerMinute ? Math.ceil(current.endsAt - now) : null;
  };
}
