import type { RepositoryId } from '../repository';
import type { LifeEvent } from './life-event';

/** What a line has of an issue, event by event. */
export type Holding = {
  apply: (event: LifeEvent) => void;
  isInBranch: (repository: RepositoryId, sha: string) => boolean;
  /** Whether any environment of the line runs it. */
  isDeployed: (repository: RepositoryId, sha: string) => boolean;
  hasBranch: () => boolean;
  hasDeployed: () => boolean;
};

export function createHolding(): Holding {
  const inBranch = new Set<string>();
  const deployed = new Map<string, Set<string>>();
  const environmentsOf = (name: string): Set<string> => deployed.get(name) ?? new Set();
  return {
    apply: (event) => {
      if (!('repository' in event)) return;
      for (const sha of event.shas) {
        const name = nameOf(event.repository, sha);
        if (event.kind === 'in-branch') inBranch.add(name);
        else deployed.set(name, afterDeployment(environmentsOf(name), event));
      }
    },
    isInBranch: (repository, sha) => inBranch.has(nameOf(repository, sha)),
    isDeployed: (repository, sha) => environmentsOf(nameOf(repository, sha)).size > 0,
    hasBranch: () => inBranch.size > 0,
    hasDeployed: () => [...deployed.values()].some(({ size }) => size > 0),
  };
}

const nameOf = (repository: RepositoryId, sha: string): string => `${repository} ${sha}`;

/** Only a deployment that succeeded changes what runs. */
function afterDeployment(
  environments: ReadonlySet<string>,
  { kind, environment }: Extract<LifeEvent, { environment: string }>,
): Set<string> {
  const after = new Set(environments);
  if (kind === 'rolled-back') after.delete(environment.toLowerCase());
  if (kind === 'deployed' || kind === 'redeployed') after.add(environment.toLowerCase());
  return after;
}
