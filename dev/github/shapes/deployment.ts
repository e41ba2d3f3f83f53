import type { Host } from '../host';
import type { DeploymentEntry } from '../hosted-files';
import type { HostedRepository } from '../hosted-repository';
import { toId, toNodeId } from '../identity';
import { repositoryPage, repositoryUrl } from './repository';
import { toUserOrNull } from './user';
import type { Json } from './user';

type Place = { host: Host; repository: HostedRepository };
type StatusEntry = DeploymentEntry['statuses'][number];

/** Newest first, as the host lists them. */
export function newestStatuses({ statuses }: DeploymentEntry): StatusEntry[] {
  return [...statuses]
    .reverse()
    .sort((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}

/** A deployment changes when a status is added to it. */
export function updatedAtOf(deployment: DeploymentEntry): string {
  return newestStatuses(deployment)[0]?.created_at ?? deployment.created_at;
}

export function toDeployment({ host, repository }: Place, deployment: DeploymentEntry): Json {
  const url = repositoryUrl(host, repository);
  return {
    id: deployment.id,
    node_id: toNodeId('DE', deployment.id),
    url: `${url}/deployments/${deployment.id}`,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload ?? {},
    original_environment: deployment.original_environment ?? deployment.environment,
    environment: deployment.environment,
    description: deployment.description ?? null,
    creator: toUserOrNull(host, deployment.creator),
    created_at: deployment.created_at,
    updated_at: updatedAtOf(deployment),
    statuses_url: `${url}/deployments/${deployment.id}/statuses`,
    repository_url: url,
    transient_environment: false,
    production_environment: deployment.environment === 'production',
    performed_via_github_app: null,
  };
}

export function toDeploymentStatus(
  { host, repository }: Place,
  deployment: DeploymentEntry,
  status: StatusEntry,
): Json {
  const url = repositoryUrl(host, repository);
  const log = status.log_url ?? `${repositoryPage(host, repository)}/deployments/${deployment.id}`;
  const environmentUrl = status.environment_url;
  const id = status.id ?? toId(`status ${deployment.id} ${status.state} ${status.created_at}`);
  return {
    id,
    node_id: toNodeId('DES', id),
    url: `${url}/deployments/${deployment.id}/statuses/${id}`,
    state: status.state,
    creator: toUserOrNull(host, status.creator),
    description: status.description,
    environment: deployment.environment,
    target_url: log,
    log_url: log,
    ...(environmentUrl ? { environment_url: environmentUrl } : {}),
    created_at: status.created_at,
    updated_at: status.updated_at ?? status.created_at,
    deployment_url: `${url}/deployments/${deployment.id}`,
    repository_url: url,
    performed_via_github_app: null,
  };
}
