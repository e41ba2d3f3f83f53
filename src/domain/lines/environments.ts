import type { Deployment } from '../deployment';
import type { DeployedSha, EnvironmentStatus } from '../evidence/repository-status';

/**
 * What each environment runs: the deployment that succeeded last and was not replaced, and the
 * newest one after it that did not succeed. An older sha that was deployed later counts: that is a rollback.
 */
export function environmentStatuses(deployments: readonly Deployment[]): EnvironmentStatus[] {
  const names = [...new Set(deployments.map(({ environment }) => environment))].sort();
  return names.map((environment) => {
    const own = deployments.filter((deployment) => deployment.environment === environment);
    const deployed = newest(own.filter(({ state }) => state === 'success'));
    const attempted = newest(
      own.filter((one) => isUnfinished(one) && (!deployed || isAfter(one, deployed))),
    );
    return {
      environment,
      tier: own.find(({ tier }) => tier !== null)?.tier ?? null,
      deployed: deployed ? toSha(deployed) : null,
      attempted: attempted ? { ...toSha(attempted), state: attempted.state } : null,
    };
  });
}

const isUnfinished = ({ state }: Deployment): boolean =>
  state !== 'success' && state !== 'inactive';

const isAfter = (one: Deployment, other: Deployment): boolean =>
  Date.parse(one.createdAt) > Date.parse(other.createdAt);

/** When a deployment became what it is now: its newest event, else its last change. */
const reachedAt = ({ events, state, updatedAt }: Deployment): string =>
  events.findLast((event) => event.state === state)?.at ?? updatedAt;

function newest(deployments: readonly Deployment[]): Deployment | undefined {
  return [...deployments].sort(
    (a, b) =>
      Date.parse(reachedAt(b)) - Date.parse(reachedAt(a)) ||
      Date.parse(b.createdAt) - Date.parse(a.createdAt) ||
      (a.id < b.id ? 1 : -1),
  )[0];
}

const toSha = (deployment: Deployment): DeployedSha => ({
  sha: deployment.sha,
  at: reachedAt(deployment),
  url: deployment.url,
  isRead: true,
});
