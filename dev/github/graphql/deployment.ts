import type { DeploymentOrder } from '@octokit/graphql-schema';
import type { DeploymentEntry } from '../hosted-files';
import { toId, toNodeId } from '../identity';
import { readDeployments } from '../routes/deployments';
import { newestStatuses, updatedAtOf } from '../shapes/deployment';
import type { Json } from '../shapes/user';
import { findCommitNode, toActor } from './commit';
import type { Source } from './commit';
import { keyedByPlace, toConnection } from './connection';
import type { Connection, PageArgs } from './connection';
import { findRefNode } from './ref';

export type DeploymentArgs = PageArgs & {
  environments?: string[] | null;
  orderBy?: DeploymentOrder | null;
};
type StatusEntry = DeploymentEntry['statuses'][number];

/** GitHub calls a deployment whose last status is success `ACTIVE`. */
function stateOf(deployment: DeploymentEntry): string {
  const state = newestStatuses(deployment)[0]?.state.toUpperCase() ?? 'PENDING';
  return state === 'SUCCESS' ? 'ACTIVE' : state;
}

function toStatusNode({ host }: Source, deployment: DeploymentEntry, status: StatusEntry): Json {
  const id = status.id ?? toId(`status ${deployment.id} ${status.state} ${status.created_at}`);
  return {
    __typename: 'DeploymentStatus',
    id: toNodeId('DES', id),
    state: status.state.toUpperCase(),
    description: status.description,
    environment: deployment.environment,
    environmentUrl: status.environment_url ?? null,
    logUrl: status.log_url ?? null,
    creator: toActor(host, status.creator ?? 'ghost'),
    createdAt: status.created_at,
    updatedAt: status.updated_at ?? status.created_at,
  };
}

function toDeploymentNode(source: Source, deployment: DeploymentEntry): Json {
  const statuses = newestStatuses(deployment);
  const toNode = (status: StatusEntry): Json => toStatusNode(source, deployment, status);
  return {
    __typename: 'Deployment',
    id: toNodeId('DE', deployment.id),
    databaseId: deployment.id,
    environment: deployment.environment,
    latestEnvironment: deployment.environment,
    originalEnvironment: deployment.original_environment ?? deployment.environment,
    commitOid: deployment.sha,
    commit: () => findCommitNode(source, deployment.sha),
    ref: () => findRefNode(source, deployment.ref),
    state: stateOf(deployment),
    task: deployment.task,
    description: deployment.description ?? null,
    payload: JSON.stringify(deployment.payload ?? {}),
    creator: toActor(source.host, deployment.creator ?? 'ghost'),
    createdAt: deployment.created_at,
    updatedAt: updatedAtOf(deployment),
    latestStatus: statuses[0] ? toNode(statuses[0]) : null,
    statuses: (args: PageArgs) => toConnection(keyedByPlace(statuses), args, toNode),
  };
}

export async function listDeploymentNodes(
  source: Source,
  args: DeploymentArgs,
): Promise<Connection<Json>> {
  const { environments, orderBy } = args;
  const newestFirst = await readDeployments(source.repository);
  const wanted = newestFirst.filter(
    ({ environment }) => environments?.includes(environment) ?? true,
  );
  const sign = orderBy?.direction === 'DESC' ? -1 : 1;
  const ordered = sign === -1 ? wanted : wanted.reverse();
  const keyed = ordered.map((item) => ({
    key: [sign * Date.parse(item.created_at), sign * item.id] as const,
    item,
  }));
  return toConnection(keyed, args, (one) => toDeploymentNode(source, one));
}
