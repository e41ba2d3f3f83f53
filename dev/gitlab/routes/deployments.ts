import { pageOf, placeOf, queryOf } from '../env';
import type { App, Ask } from '../env';
import type { DeploymentEntry } from '../hosted-files';
import { readEnvironments, updatedAtOf } from '../hosted-environments';
import { Problem, invalid } from '../problem';
import { toDeployment, toEnvironment } from '../shapes/deployment';

const ORDERS = ['id', 'iid', 'created_at', 'updated_at', 'finished_at'];
const STATUSES = ['created', 'running', 'success', 'failed', 'canceled', 'skipped', 'blocked'];

/**
 * GitLab filters by an instant only in the order of that instant.
 *
 * Source: https://gitlab.com/gitlab-org/gitlab/-/merge_requests/261289 (`DeploymentsFinder#validate!`)
 */
function check(ask: Ask): void {
  const [order, status] = [queryOf(ask, 'order_by') ?? 'id', queryOf(ask, 'status')];
  if (!ORDERS.includes(order)) throw invalid('order_by does not have a valid value');
  if (status !== undefined && !STATUSES.includes(status)) {
    throw new Problem(400, 'status is invalid');
  }
  const isByUpdate = queryOf(ask, 'updated_after') ?? queryOf(ask, 'updated_before');
  if (isByUpdate !== undefined && order !== 'updated_at') {
    throw new Problem(400, '`updated_at` filter requires `updated_at` sort');
  }
}

function isWanted(ask: Ask, deployment: DeploymentEntry): boolean {
  const [environment, status] = [queryOf(ask, 'environment'), queryOf(ask, 'status')];
  const at = Date.parse(updatedAtOf(deployment));
  return (
    (environment === undefined || deployment.environment.name === environment) &&
    (status === undefined || deployment.status === status) &&
    at >= Date.parse(queryOf(ask, 'updated_after') ?? updatedAtOf(deployment)) &&
    at <= Date.parse(queryOf(ask, 'updated_before') ?? updatedAtOf(deployment))
  );
}

function sorted(ask: Ask, deployments: readonly DeploymentEntry[]): DeploymentEntry[] {
  const order = queryOf(ask, 'order_by');
  const sign = queryOf(ask, 'sort') === 'desc' ? -1 : 1;
  const at = (one: DeploymentEntry): number => {
    if (order === 'updated_at') return Date.parse(updatedAtOf(one));
    return order === 'created_at' ? Date.parse(one.created_at) : one.id;
  };
  return [...deployments].sort((one, other) => sign * (at(one) - at(other) || one.id - other.id));
}

async function listDeployments(ask: Ask): Promise<Response> {
  check(ask);
  const { project } = ask.var;
  const all = await project.files.deployments();
  const found = sorted(
    ask,
    all.filter((one) => isWanted(ask, one)),
  );
  const environments = await readEnvironments(project);
  const shown = pageOf(ask, found).map((one) =>
    toDeployment(
      placeOf(ask),
      one,
      environments.find(({ name }) => name === one.environment.name),
    ),
  );
  return ask.json(shown);
}

/** By name, or by a part of it that has at least three letters. */
async function listEnvironments(ask: Ask): Promise<Response> {
  const [name, search, states] = [
    queryOf(ask, 'name'),
    queryOf(ask, 'search'),
    queryOf(ask, 'states'),
  ];
  if (search !== undefined && search.length < 3) {
    throw new Problem(400, 'Search query is less than 3 characters');
  }
  const found = (await readEnvironments(ask.var.project)).filter(
    (one) =>
      (name === undefined || one.name === name) &&
      (search === undefined || one.name.toLowerCase().includes(search.toLowerCase())) &&
      (states === undefined || states === 'available'),
  );
  return ask.json(pageOf(ask, found).map(toEnvironment));
}

async function sendOne(ask: Ask): Promise<Response> {
  const { project } = ask.var;
  const deployment = (await project.files.deployments()).find(
    ({ id }) => String(id) === ask.req.param('deployment'),
  );
  if (!deployment) throw new Problem(404, '404 Not found');
  const environments = await readEnvironments(project);
  const own = environments.find(({ name }) => name === deployment.environment.name);
  return ask.json(toDeployment(placeOf(ask), deployment, own));
}

export function addDeploymentRoutes(app: App): void {
  app.get('/projects/:id/deployments', listDeployments);
  app.get('/projects/:id/deployments/:deployment', sendOne);
  app.get('/projects/:id/environments', listEnvironments);
}
