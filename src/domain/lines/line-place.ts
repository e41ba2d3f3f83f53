import type {
  CommitEvidence,
  DeploymentEvidence,
  RepositoryEvidence,
} from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { RepositoryId } from '../repository';
import { lineIn, type ProjectSettings } from '../settings/project-settings';
import { environmentsOfLines, lineOfEnvironment } from './environment-line';
import { changesOf, isThere } from './line-state';

/** A line in one repository, with what is known of the issue there. */
export type LinePlace = {
  repository: RepositoryId;
  branch: string;
  /**
   * What makes a change arrive: a deployment where the line names environments, else the branch.
   * `unread`: it names some, and nobody knows what was deployed, so that only the branch can tell.
   */
  reachedBy: 'deployments' | 'branch' | 'unread';
  changes: CommitEvidence[];
  /** Deployments to the line's environments, oldest first. */
  deployments: DeploymentEvidence[];
};

export type PlacesInput = {
  settings: Pick<ProjectSettings, 'route' | 'lines' | 'repositories'>;
  parts: readonly RepositoryEvidence[];
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
};

/** A repository that the project does not list (any more) has the project's lines; nobody reads it. */
const NO_OVERRIDES = { lines: {} };

/** The line in each repository that knows of the issue. */
export function placesOfLine(
  name: string,
  { settings, parts, statuses }: PlacesInput,
): LinePlace[] {
  return parts.flatMap((part) => {
    const listed = settings.repositories.find(({ id }) => id === part.repository);
    const own = listed ?? NO_OVERRIDES;
    const line = lineIn(settings, own, name);
    if (!line) return [];
    const status = listed && statuses.get(part.repository);
    const mapping = environmentsOfLines(settings, own);
    const isOnLine = ({ environment }: DeploymentEvidence): boolean =>
      lineOfEnvironment({ environment, tier: tierOf(environment, status) }, mapping) === name;
    return {
      repository: part.repository,
      branch: line.branch,
      reachedBy: reachedBy(line.environments, status),
      changes: changesOf(part),
      deployments: part.deployments
        .filter(isOnLine)
        .sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    };
  });
}

function reachedBy(
  environments: readonly string[],
  status: RepositoryStatus | undefined,
): LinePlace['reachedBy'] {
  if (environments.length === 0) return 'branch';
  return status?.deployments === 'read' ? 'deployments' : 'unread';
}

const tierOf = (
  environment: string,
  status: RepositoryStatus | undefined,
): RepositoryStatus['environments'][number]['tier'] =>
  status?.environments.find((one) => one.environment.toLowerCase() === environment.toLowerCase())
    ?.tier ?? null;

/** Whether the branch of the place has the change, as it is or adapted. */
export const isInBranch = ({ presence }: CommitEvidence, { branch }: LinePlace): boolean =>
  isThere(presence[`branch:${branch}`]);

/** Hosts mark a deployment that succeeded and was replaced later as inactive. */
export const hasSucceeded = ({ state }: DeploymentEvidence): boolean =>
  state === 'success' || state === 'inactive';
