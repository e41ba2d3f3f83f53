import type { Deployment } from '../deployment';
import { createGraph, reachableFrom } from '../lines/reachable';
import type { Commit } from '../commit';
import type { CommitEvidence, DeploymentEvidence } from './issue-evidence';

/** What each deployment of a repository changed for an issue. */
export type DeploymentsOf = (changes: readonly CommitEvidence[]) => DeploymentEvidence[];

/** A deployment with what its sha reaches; what it tried to run and did not is `isTry`. */
type Step = Pick<DeploymentEvidence, 'id' | 'environment' | 'sha' | 'state' | 'at' | 'url'> & {
  isTry: boolean;
  reach: ReadonlySet<string>;
};

/**
 * Deployments to the environments that lines name, oldest first. A deployment holds a change when its
 * sha reaches the commit or one that proves the change somewhere, and no revert that took it away
 * somewhere. One whose sha was not read is left out: nobody knows what it holds.
 */
export function createDeploymentsOf(
  commits: readonly Commit[],
  deployments: readonly Deployment[],
): DeploymentsOf {
  const graph = createGraph(commits);
  const reaches = new Map<string, ReadonlySet<string>>();
  const reachOf = (sha: string): ReadonlySet<string> => {
    const reach = reaches.get(sha) ?? reachableFrom(graph, sha).shas;
    reaches.set(sha, reach);
    return reach;
  };
  const steps = deployments
    .filter(({ sha }) => graph.positionOf.has(sha))
    .map((one) => toStep(one, reachOf(one.sha)))
    .sort(inOrder);
  return (changes) => {
    const running = new Map<string, readonly string[]>();
    return steps.flatMap((step) => whatChanged(step, changes, running));
  };
}

/** A host calls a deployment inactive that succeeded and was replaced; when it succeeded is what counts. */
function toStep(deployment: Deployment, reach: ReadonlySet<string>): Step {
  const { id, environment, sha, url, events, createdAt, updatedAt } = deployment;
  const state = deployment.state === 'inactive' ? 'success' : deployment.state;
  const reached = events.findLast((event) => event.state === state)?.at;
  const at = reached ?? (deployment.state === 'inactive' ? createdAt : updatedAt);
  return { id, environment, sha, state, at, url, isTry: state !== 'success', reach };
}

const inOrder = (one: Step, other: Step): number =>
  Date.parse(one.at) - Date.parse(other.at) ||
  one.id.localeCompare(other.id, 'en', { numeric: true });

/** Whatever did not succeed leaves what runs as it is. */
function whatChanged(
  { isTry, reach, ...deployment }: Step,
  changes: readonly CommitEvidence[],
  running: Map<string, readonly string[]>,
): DeploymentEvidence[] {
  const environment = deployment.environment.toLowerCase();
  const before = running.get(environment) ?? [];
  const holds = changes.filter((change) => isHeld(change, reach)).map(({ sha }) => sha);
  const brought = holds.filter((sha) => !before.includes(sha));
  const tookAway = isTry ? [] : before.filter((sha) => !holds.includes(sha));
  if (!isTry) running.set(environment, holds);
  return brought.length + tookAway.length === 0
    ? []
    : [{ ...deployment, holds, brought, tookAway }];
}

function isHeld({ sha, presence }: CommitEvidence, reach: ReadonlySet<string>): boolean {
  const found = Object.values(presence).flatMap((one) => one ?? []);
  const reached = found.filter(({ as }) => as !== null && reach.has(as));
  const isReverted = reached.some(({ state }) => state === 'reverted');
  const isProven = reached.some(({ state }) => state === 'present' || state === 'adapted');
  return !isReverted && (reach.has(sha) || isProven);
}
