import type { App, Ask } from '../env';
import { Problem } from '../problem';
import type { RateLimiter } from '../rate-limit';
import { callerOf } from '../metering';
import { toOwnUser } from '../shapes/user';

function getUser(ask: Ask): Response {
  const { actor, host } = ask.var;
  if (actor.kind !== 'user') throw new Problem(403, 'Resource not accessible by integration');
  return ask.json(toOwnUser(host, actor.login));
}

/** GET /user and GET /rate_limit, which costs nothing. */
export function addAccountRoutes(app: App, limiter: RateLimiter | null): void {
  app.get('/user', getUser);
  app.get('/rate_limit', (ask) => {
    if (!limiter) throw new Problem(404, 'Rate limiting is not enabled.');
    const caller = callerOf(ask.var.actor);
    const core = { ...limiter.state(caller, 'core'), resource: 'core' };
    const graphql = { ...limiter.state(caller, 'graphql'), resource: 'graphql' };
    const search = { limit: 30, used: 0, remaining: 30, reset: core.reset, resource: 'search' };
    return ask.json({ resources: { core, graphql, search }, rate: core });
  });
}
