import type { DeploymentEntry } from '../hosted-files';
import { updatedAtOf } from '../hosted-environments';
import type { HostedEnvironment } from '../hosted-environments';
import type { Place } from '../env';
import { toId } from '../identity';
import { toDatabaseTime, toDatabaseTimeOrNull } from '../instant';
import { projectPage } from './project';
import { toUser } from './user';
import type { Json } from './user';

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24);

const toBasicEnvironment = ({ id, name, externalUrl }: HostedEnvironment): Json => ({
  id,
  name,
  slug: slugOf(name),
  external_url: externalUrl,
});

export const toEnvironment = (environment: HostedEnvironment): Json => ({
  ...toBasicEnvironment(environment),
  description: null,
  state: 'available',
  tier: environment.tier,
  created_at: toDatabaseTime(environment.createdAt),
  updated_at: toDatabaseTime(environment.updatedAt),
  enable_advanced_logs_querying: false,
  auto_stop_at: null,
});

type Deployable = NonNullable<DeploymentEntry['deployable']>;

function toDeployable(place: Place, deployment: DeploymentEntry, job: Deployable): Json {
  const id = job.id ?? toId(`deploy job ${place.project.id} ${deployment.id}`);
  return {
    id,
    status: job.status ?? deployment.status,
    stage: 'deploy',
    name: job.name,
    ref: deployment.ref,
    tag: false,
    coverage: null,
    allow_failure: false,
    created_at: toDatabaseTime(deployment.created_at),
    started_at: toDatabaseTimeOrNull(job.started_at),
    finished_at: toDatabaseTimeOrNull(job.finished_at),
    duration: null,
    user: toUser(place.host, deployment.user ?? 'ghost'),
    web_url: job.web_url ?? `${projectPage(place.host, place.project)}/-/jobs/${id}`,
    project: { ci_job_token_scope_enabled: false },
  };
}

export function toDeployment(
  place: Place,
  deployment: DeploymentEntry,
  environment: HostedEnvironment | undefined,
): Json {
  const { deployable } = deployment;
  return {
    id: deployment.id,
    iid: deployment.iid ?? deployment.id,
    ref: deployment.ref,
    sha: deployment.sha,
    created_at: toDatabaseTime(deployment.created_at),
    updated_at: toDatabaseTime(updatedAtOf(deployment)),
    user: toUser(place.host, deployment.user ?? 'ghost'),
    environment: environment ? toBasicEnvironment(environment) : null,
    deployable: deployable && toDeployable(place, deployment, deployable),
    status: deployment.status,
  };
}
