import { canSee, issueInstallationToken } from '../actor';
import { pageOf } from '../env';
import type { App, Ask } from '../env';
import { findRepository } from '../host';
import type { Host } from '../host';
import { toId, toNodeId } from '../identity';
import type { AppOption } from '../options';
import { Problem, notFound } from '../problem';
import { toUser } from '../shapes/user';
import type { Json } from '../shapes/user';

const PERMISSIONS = {
  checks: 'read',
  contents: 'read',
  deployments: 'read',
  metadata: 'read',
  pull_requests: 'read',
  statuses: 'read',
};
const BORN_AT = '2026-01-01T00:00:00Z';

const slugOf = ({ slug, appId }: AppOption): string => slug ?? `app-${appId}`;

/** The account that the app is installed on: the owner of what it sees. */
function accountOf(host: Host, app: AppOption): string {
  const [first = host.repositories[0]?.path ?? 'nobody/nothing'] = app.repositories ?? [];
  return first.split('/')[0] ?? first;
}

function toApp(host: Host, app: AppOption): Json {
  const page = `${host.htmlUrl}/apps/${slugOf(app)}`;
  return {
    id: Number(app.appId),
    slug: slugOf(app),
    node_id: toNodeId('A', app.appId),
    owner: toUser(host, accountOf(host, app)),
    name: slugOf(app),
    description: '',
    external_url: page,
    html_url: page,
    created_at: BORN_AT,
    updated_at: BORN_AT,
    permissions: PERMISSIONS,
    events: [],
    installations_count: 1,
  };
}

function toInstallation(host: Host, app: AppOption): Json {
  const account = accountOf(host, app);
  const id = app.installationId;
  return {
    id,
    // The published description wants what an enterprise has of every account.
    account: {
      ...toUser(host, account),
      name: account,
      slug: account,
      created_at: BORN_AT,
      updated_at: BORN_AT,
    },
    access_tokens_url: `${host.apiUrl}/app/installations/${id}/access_tokens`,
    repositories_url: `${host.apiUrl}/installation/repositories`,
    html_url: `${host.htmlUrl}/organizations/${account}/settings/installations/${id}`,
    app_id: Number(app.appId),
    app_slug: slugOf(app),
    target_id: toId(`user ${account}`),
    target_type: 'Organization',
    repository_selection: app.repositories ? 'selected' : 'all',
    permissions: PERMISSIONS,
    events: [],
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
    created_at: BORN_AT,
    updated_at: BORN_AT,
  };
}

function getApp(ask: Ask): AppOption {
  const { actor } = ask.var;
  if (actor.kind === 'app') return actor.app;
  throw new Problem(401, 'A JSON web token could not be decoded');
}

function createToken(ask: Ask): Response {
  const app = getApp(ask);
  if (ask.req.param('id') !== String(app.installationId)) throw notFound();
  const { token, expiresAt } = issueInstallationToken(ask.var.host, app);
  const body = {
    token,
    expires_at: expiresAt.toISOString().replace('.000Z', 'Z'),
    permissions: PERMISSIONS,
    repository_selection: app.repositories ? 'selected' : 'all',
  };
  return ask.json(body, 201);
}

function findInstallationOf(ask: Ask): Response {
  const { host } = ask.var;
  const app = getApp(ask);
  const found = findRepository(
    host,
    `${ask.req.param('owner') ?? ''}/${ask.req.param('repo') ?? ''}`,
  );
  const isSeen = found && canSee({ kind: 'installation', app, token: '' }, found.repository);
  if (!isSeen) throw notFound();
  return ask.json(toInstallation(host, app));
}

/** What a GitHub App may ask with its JWT. */
export function addAppRoutes(app: App): void {
  app.get('/app', (ask) => ask.json(toApp(ask.var.host, getApp(ask))));
  app.get('/app/installations', (ask) =>
    ask.json(pageOf(ask, [toInstallation(ask.var.host, getApp(ask))])),
  );
  app.post('/app/installations/:id/access_tokens', createToken);
  app.get('/repos/:owner/:repo/installation', findInstallationOf);
}
