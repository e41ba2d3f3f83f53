import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { canSee, findMissingSso, readActor } from './actor';
import type { App, Env } from './env';
import { addGraphQLRoute } from './graphql/query-route';
import { createHost, findRepository } from './host';
import type { Host } from './host';
import { meterBursts, meterCore } from './metering';
import type { GitHubOptions } from './options';
import { Problem, notFound, toProblemResponse } from './problem';
import { createRateLimiter, createSecondaryLimiter } from './rate-limit';
import type { RateLimiter } from './rate-limit';
import { addAccountRoutes } from './routes/account';
import { addAppRoutes } from './routes/apps';
import { addCommitRoutes } from './routes/commits';
import { addCompareRoutes } from './routes/compare';
import { addDeploymentRoutes } from './routes/deployments';
import { addPullRoutes } from './routes/pulls';
import { addRefRoutes } from './routes/refs';
import { addRepositoryRoutes, movedProblem, ssoProblem } from './routes/repositories';
import { validate } from './validators';

export type GitHubStandIn = {
  /** Answers a request to the host as GitHub would; never throws for what a caller did. */
  handle(request: Request): Promise<Response>;
};

const DEFAULT_RATE_LIMIT = 5000;
const MEDIA_TYPE = 'github.v3; format=json';

/** What is routed on: the path below the API's root, with `/repositories/{id}` as the name it has now. */
function toRoutePath(host: Host, request: Request): string {
  const { pathname } = new URL(request.url);
  if (pathname === host.graphqlPath) return pathname;
  const own = pathname.startsWith(`${host.apiPath}/`)
    ? pathname.slice(host.apiPath.length)
    : pathname;
  const [all = '', id] = /^\/repositories\/(\d+)(?=\/|$)/.exec(own) ?? [];
  const repository = host.repositories.find((one) => String(one.id) === id);
  return repository ? `/repos/${repository.path}${own.slice(all.length)}` : own;
}

/** Every answer carries the host's clock: clients correct theirs by it. */
function dated(host: Host): ReturnType<typeof createMiddleware<Env>> {
  return createMiddleware<Env>(async (ask, next) => {
    ask.set('host', host);
    if (host.options.latencyMs) await wait(host.options.latencyMs);
    await next();
    ask.res.headers.set('date', host.options.clock().toUTCString());
    ask.res.headers.set('x-github-media-type', MEDIA_TYPE);
    if (host.isEnterprise) ask.res.headers.set('x-github-enterprise-version', '3.15.0');
  });
}

const identify = createMiddleware<Env>(async (ask, next) => {
  const actor = readActor(ask.var.host, ask.req.header('authorization'));
  if (!actor) throw new Problem(401, 'Requires authentication');
  ask.set('actor', actor);
  await next();
});

/** Finds the repository of the path: 404 for what the caller may not see, 403 for missing single sign-on. */
const openRepository = createMiddleware<Env>(async (ask, next) => {
  const { host, actor } = ask.var;
  const found = findRepository(
    host,
    `${ask.req.param('owner') ?? ''}/${ask.req.param('repo') ?? ''}`,
  );
  if (!found || !canSee(actor, found.repository)) throw notFound();
  const { repository, isRenamed } = found;
  const missing = findMissingSso(host, actor, repository.owner);
  if (missing !== null) throw ssoProblem(missing);
  if (isRenamed) throw movedProblem(ask, repository);
  ask.set('repository', repository);
  ask.set('git', await repository.git());
  await next();
});

function addGuards(app: App, host: Host, limiter: RateLimiter | null): void {
  const { clock, secondaryLimit } = host.options;
  app.use(dated(host), identify);
  if (secondaryLimit) {
    app.use(meterBursts(createSecondaryLimiter(secondaryLimit.requestsPerMinute, clock)));
  }
  if (limiter) app.use(meterCore(limiter, host.graphqlPath));
  app.use(validate);
}

function createLimiter({ options, isEnterprise }: Host): RateLimiter | null {
  const limit = options.rateLimit ?? (isEnterprise ? null : DEFAULT_RATE_LIMIT);
  return limit === null ? null : createRateLimiter(limit, options.clock);
}

/** One GitHub, or GitHub Enterprise server, over real git repositories. */
export function createGitHubStandIn(options: GitHubOptions): GitHubStandIn {
  const host = createHost(options);
  const limiter = createLimiter(host);
  const app: App = new Hono<Env>({ getPath: (request) => toRoutePath(host, request) });
  app.onError((error) => {
    if (error instanceof Problem) return toProblemResponse(error);
    throw error;
  });
  app.notFound(() => toProblemResponse(notFound()));
  addGuards(app, host, limiter);
  addAccountRoutes(app, limiter);
  addAppRoutes(app);
  addGraphQLRoute(app, host.graphqlPath, limiter);
  app.use('/repos/:owner/:repo', openRepository);
  app.use('/repos/:owner/:repo/*', openRepository);
  for (const add of [addRefRoutes, addCommitRoutes, addCompareRoutes, addPullRoutes]) add(app);
  addDeploymentRoutes(app);
  addRepositoryRoutes(app);
  return { handle: async (request) => app.fetch(request) };
}
