import { pageOf, placeOf, queryOf } from '../env';
import type { App, Ask } from '../env';
import type { DeploymentEntry } from '../hosted-files';
import type { HostedRepository } from '../hosted-repository';
import { notFound } from '../problem';
import { newestStatuses, toDeployment, toDeploymentStatus } from '../shapes/deployment';

/** Newest first. */
export async function readDeployments({ files }: HostedRepository): Promise<DeploymentEntry[]> {
  return [...(await files.deployments())].sort(
    (one, other) => Date.parse(other.created_at) - Date.parse(one.created_at) || other.id - one.id,
  );
}

function isWanted(ask: Ask, deployment: DeploymentEntry): boolean {
  return (['environment', 'sha', 'ref', 'task'] as const).every((field) => {
    const wanted = queryOf(ask, field);
    return wanted === undefined || wanted === 'none' || deployment[field] === wanted;
  });
}

async function listDeployments(ask: Ask): Promise<Response> {
  const deployments = (await readDeployments(ask.var.repository)).filter((one) =>
    isWanted(ask, one),
  );
  return ask.json(pageOf(ask, deployments).map((one) => toDeployment(placeOf(ask), one)));
}

async function getDeployment(ask: Ask): Promise<DeploymentEntry> {
  const deployments = await ask.var.repository.files.deployments();
  const found = deployments.find(({ id }) => String(id) === ask.req.param('id'));
  if (!found) throw notFound();
  return found;
}

async function listStatuses(ask: Ask): Promise<Response> {
  const deployment = await getDeployment(ask);
  const statuses = pageOf(ask, newestStatuses(deployment));
  return ask.json(statuses.map((one) => toDeploymentStatus(placeOf(ask), deployment, one)));
}

export function addDeploymentRoutes(app: App): void {
  app.get('/repos/:owner/:repo/deployments', listDeployments);
  app.get('/repos/:owner/:repo/deployments/:id', async (ask) =>
    ask.json(toDeployment(placeOf(ask), await getDeployment(ask))),
  );
  app.get('/repos/:owner/:repo/deployments/:id/statuses', listStatuses);
}
