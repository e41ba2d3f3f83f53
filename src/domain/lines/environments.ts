import type { Deployment } from '../deployment';
import type { DeployedSha, EnvironmentStatus } from '../evidence/repository-status';

/**
 * What each environment runs: the deployment that succeeded last and was not replaced, and the
 * newest one after it that did not succeed. An older sha that was deployed later counts: that is a rollback.
 * Hosts do not tell `QA` from `qa`, so neither do we.
 */
export function environmentStatuses(deployments: readonly Deployment[]): EnvironmentStatus[] {
  const names = deployments.map(({ environment }) => environment).sort();
  const distinct = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  return [...distinct.values()].sort().map((environment) => {
    const own = deployments.filter((one) => isSameName(one.environment, environment));
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

const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

const isAfter = (one: Deployment, other: Deployment): boolean => createdLaterFirst(one, other) < 0;

/** Of the same second, the higher number is the later one: 10 comes after 9. */
const createdLaterFirst = (a: Deployment, b: Deployment): number =>
  Date.parse(b.createdAt) - Date.parse(a.createdAt) ||
  b.id.localeCompare(a.id, 'en', { numeric: true });

/** When a deployment became what it is now: its newest event, else its last change. */
const reachedAt = ({ events, state, updatedAt }: Deployment): string =>
  events.findLast((event) => event.state === state)?.at ?? updatedAt;

function newest(deployments: readonly Deployment[]): Deployment | undefined {
  return [...deployments].sort(
    (a, b) => Date.parse(reachedAt(b)) - Date.parse(reachedAt(a)) || createdLaterFirst(a, b),
  )[0];
}

const toSha = (deployment: Deployment): DeployedSha => ({
  sha: deployment.sha,
  at: reachedAt(deployment),
  url: deployment.url,
  isRead: true,
});
