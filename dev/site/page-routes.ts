import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Hono } from 'hono';
import type { Context } from 'hono';

import type { Account, AppHost } from './app-host';
import { issueList } from './pages/issue-list';
import { issueView } from './pages/issue-view';
import { layout } from './pages/layout';
import type { Html } from './pages/layout';
import { notFound } from './pages/not-found';
import { projectPage } from './pages/project-page';
import { settings } from './pages/settings';
import { versionList } from './pages/version-list';
import { adminScreen, issueScreen, projectScreen } from './screen';
import type { ScreenPlace } from './screen';
import type { ShellApp } from './shell-app';
import { readViewer, UnknownUser } from './viewer';
import type { Viewer } from './viewer';

type Origins = { shell: () => string; frame: string };
export type PageSetup = { host: AppHost; app: ShellApp; origins: Origins };

type Page = { title: string; body: Html; status?: 404 };
type Render = (viewer: Viewer, context: Context) => Page | Promise<Page>;

/** The pages of the local site, as the signed-in account may see them. */
export function createPageRoutes(setup: PageSetup): Hono {
  const { host, app, origins } = setup;
  const routes = new Hono();
  const place = ({ user, colorMode }: Viewer): ScreenPlace => ({
    app,
    cloudId: host.cloudId,
    user,
    colorMode,
    shellOrigin: origins.shell(),
    frameOrigin: origins.frame,
  });
  const page = (path: string, render: Render): void => {
    routes.get(path, (context) => respond(setup, context, render));
  };

  page('/', (viewer) => issuesPage(host, viewer));
  page('/browse/:key', async (viewer, context) => issuePage(host, place(viewer), context));
  page('/versions/:key', async ({ user }, context) => versionsPage(host, user, context));
  routes.get('/browse/:key/attachments/:id', (context) => attachment(host, context));
  const project: Render = (viewer, context) => projectPageOf(host, place(viewer), context);
  page('/projects/:key', project);
  page('/projects/:key/*', project);
  const settingsPage: Render = (viewer) => ({
    title: 'App settings',
    body: settings(
      app.adminPages.map((module) => adminScreen(place(viewer), module)),
      viewer.user.isAdmin,
    ),
  });
  page('/settings', settingsPage);
  page('/settings/*', settingsPage);
  routes.get('/-/shell.css', async (context) =>
    context.body(await readFile(join(__dirname, 'shell.css'), 'utf8'), 200, {
      'content-type': 'text/css; charset=utf-8',
    }),
  );
  page('*', () => missing('There is no such page on this site.'));
  return routes;
}

async function issuesPage(host: AppHost, { user, query }: Viewer): Promise<Page> {
  const projects = await host.listProjects(user.accountId);
  const { q: text = '', project: projectKey = '', jql = '' } = query;
  const found =
    jql === ''
      ? { issues: await host.listIssues(user.accountId) }
      : await host.searchIssues(user.accountId, jql);
  const issues = 'issues' in found ? found.issues : [];
  const search = { jql, refusal: 'refusal' in found ? found.refusal : null };
  return {
    title: 'Issues',
    body: issueList(projects, issues, { filter: { text, projectKey }, search }),
  };
}

async function issuePage(host: AppHost, place: ScreenPlace, context: Context): Promise<Page> {
  const { accountId, displayName } = place.user;
  const key = context.req.param('key') ?? '';
  const issue = await host.findIssue(accountId, key);
  if (!issue) return missing(`${key} does not exist, or ${displayName} may not see it.`);
  const projects = await host.listProjects(accountId);
  const project = projects.find((candidate) => issue.key.startsWith(`${candidate.key}-`));
  const screens = place.app.issuePanels.map((module) =>
    issueScreen(place, module, { issue, project }),
  );
  const activity = await host.readActivity(accountId, issue);
  return {
    title: `${issue.key} ${issue.fields.summary}`,
    body: issueView(issue, screens, activity),
  };
}

async function versionsPage(
  host: AppHost,
  { accountId, displayName }: Account,
  context: Context,
): Promise<Page> {
  const key = context.req.param('key') ?? '';
  const project = (await host.listProjects(accountId)).find((one) => one.key === key);
  if (!project) return missing(`${key} does not exist, or ${displayName} may not see it.`);
  const versions = await host.listVersions(accountId, key);
  return { title: `Versions of ${project.name}`, body: versionList(project, versions) };
}

/** A file of an issue, to be kept and never shown by the browser. */
async function attachment(host: AppHost, context: Context): Promise<Response> {
  const { user } = readViewer(context, host);
  const text = await host.findAttachment(user.accountId, context.req.param('id') ?? '');
  if (text === undefined) return context.text('There is no such file, or you may not see it.', 404);
  context.header('content-disposition', 'attachment');
  context.header('x-content-type-options', 'nosniff');
  return context.text(text);
}

async function projectPageOf(host: AppHost, place: ScreenPlace, context: Context): Promise<Page> {
  const { accountId, displayName } = place.user;
  const key = context.req.param('key') ?? '';
  const projects = await host.listProjects(accountId);
  const project = projects.find((candidate) => candidate.key === key);
  if (!project) return missing(`${key} does not exist, or ${displayName} may not see it.`);
  const screens = place.app.projectPages.map((module) => projectScreen(place, module, project));
  return { title: `${project.name} releases`, body: projectPage(project, screens) };
}

const missing = (what: string): Page => ({
  title: 'Not found',
  body: notFound(what),
  status: 404,
});

async function respond(setup: PageSetup, context: Context, render: Render): Promise<Response> {
  const { host, origins } = setup;
  try {
    const viewer = readViewer(context, host);
    const { status, ...page } = await render(viewer, context);
    const view = { ...viewer, siteName: host.name, now: host.now(), users: host.users };
    const facts = {
      accountId: viewer.user.accountId,
      isAdmin: viewer.user.isAdmin,
    };
    context.header('content-security-policy', shellCsp(origins.frame));
    return await context.html(layout(view, facts, page), status ?? 200);
  } catch (error) {
    if (error instanceof UnknownUser) return context.text(error.message, 404);
    throw error;
  }
}

const shellCsp = (frameOrigin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    `frame-src ${frameOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
