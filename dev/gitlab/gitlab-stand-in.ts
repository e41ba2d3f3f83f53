import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { canRead, canSee, readActor } from './actor';
import { addressOf } from './env';
import type { App, Ask, Env } from './env';
import { addGraphQLRoute } from './graphql/query-route';
import { createHost, findProject } from './host';
import type { Host } from './host';
import type { GitLabOptions } from './options';
import { Problem, notFound, toProblemResponse, unknownRoute } from './problem';
import { meterRequests } from './rate-limit';
import { addAccountRoutes } from './routes/account';
import { addBranchRoutes } from './routes/branches';
import { addCommitRoutes } from './routes/commits';
import { addCompareRoutes } from './routes/compare';
import { addDeploymentRoutes } from './routes/deployments';
import { addMergeRequestRoutes } from './routes/merge-requests';
import { addPipelineRoutes } from './routes/pipelines';
import { addProjectRoutes } from './routes/projects';
import { addTreeRoutes } from './routes/tree';
import { validate } from './validators';

export type GitLabStandIn = {
  /** Answers a request to the host as GitLab would; never throws for what a caller did. */
  handle(request: Request): Promise<Response>;
};

/** https://docs.gitlab.com/user/gitlab_com/#rate-limits-on-gitlabcom: "authenticated API traffic for a user" */
const GITLAB_COM_LIMIT = 2000;
const SIGN_IN = '<!DOCTYPE html><html><body>You need to sign in</body></html>';

/** The path below the API's root; everything else is a page for people. */
function toRoutePath({ apiPath }: Host, request: Request): string {
  const { pathname } = new URL(request.url);
  if (pathname === apiPath.replace(/v4$/, 'graphql')) return '/graphql';
  return pathname.startsWith(`${apiPath}/`) ? pathname.slice(apiPath.length) : '/-/sign-in';
}

/** Every answer carries the host's clock. */
function dated(host: Host): ReturnType<typeof createMiddleware<Env>> {
  return createMiddleware<Env>(async (ask, next) => {
    ask.set('host', host);
    if (host.options.latencyMs) await wait(host.options.latencyMs);
    await next();
    ask.res.headers.set('date', host.options.clock().toUTCString());
  });
}

const identify = createMiddleware<Env>(async (ask, next) => {
  ask.set('actor', readActor(ask.var.host, ask.req.raw));
  await next();
});

/**
 * GitLab's answer for the former path of a project.
 *
 * Source: https://docs.gitlab.com/api/rest/#redirects
 */
function sendMoved(ask: Ask): Response {
  const location = addressOf(ask).toString();
  return new Response(`This resource has been moved permanently to ${location}`, {
    status: 301,
    headers: { location, 'content-type': 'text/plain' },
  });
}

/** Finds the project of the path: 404 for what the caller may not see, 301 for one that moved. */
const openProject = createMiddleware<Env>(async (ask, next) => {
  const { host, actor } = ask.var;
  const found = findProject(host, ask.req.param('id') ?? '');
  if (!found || !canSee(actor, found.project)) throw notFound('Project');
  ask.set('project', found.project);
  if (found.isMoved) return sendMoved(ask);
  ask.set('git', await found.project.git());
  await next();
  return undefined;
});

/** A guest sees the project and nothing below it. */
const guardContent = createMiddleware<Env>(async (ask, next) => {
  if (!canRead(ask.var.actor, ask.var.project)) throw new Problem(403, '403 Forbidden');
  await next();
});

function addGuards(app: App, host: Host): void {
  const { clock, rateLimit } = host.options;
  const isGitLabCom = new URL(host.htmlUrl).host === 'gitlab.com';
  const limit = rateLimit ?? (isGitLabCom ? GITLAB_COM_LIMIT : null);
  app.use(dated(host));
  app.get('/-/sign-in', (ask) => ask.html(SIGN_IN));
  app.use(identify);
  if (limit !== null) app.use(meterRequests(limit, clock));
  app.use(validate);
}

/** One GitLab, on gitlab.com or self-managed, over real git repositories. */
export function createGitLabStandIn(options: GitLabOptions): GitLabStandIn {
  const host = createHost(options);
  const app: App = new Hono<Env>({ getPath: (request) => toRoutePath(host, request) });
  app.onError((error) => {
    if (error instanceof Problem) return toProblemResponse(error);
    throw error;
  });
  app.notFound(() => toProblemResponse(unknownRoute()));
  addGuards(app, host);
  addAccountRoutes(app);
  addGraphQLRoute(app);
  app.use('/projects/:id/*', openProject);
  app.use('/projects/:id/:part/*', guardContent);
  addProjectRoutes(app);
  for (const add of [addBranchRoutes, addCommitRoutes, addCompareRoutes, addTreeRoutes]) add(app);
  for (const add of [addMergeRequestRoutes, addPipelineRoutes, addDeploymentRoutes]) add(app);
  return { handle: async (request) => app.fetch(request) };
}
