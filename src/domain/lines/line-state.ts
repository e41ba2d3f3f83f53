import { isThere, type Presence, type PresenceState } from '../presence/presence-state';
import type { CommitEvidence, RefName, RepositoryEvidence } from '../evidence/issue-evidence';
import type {
  BranchHead,
  DeployedSha,
  EnvironmentStatus,
  RepositoryStatus,
} from '../evidence/repository-status';
import type { DeploymentState } from '../deployment';
import {
  environmentsOfLines,
  lineOfEnvironment,
  type EnvironmentsOfLine,
} from './environment-line';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../settings/project-settings';

/** none, part, all of the changes are in the line's branch; deployed: an environment of the line runs them all. */
export type LineState = 'none' | 'part' | 'all' | 'deployed' | 'unknown';

export { isThere } from '../presence/presence-state';
export type { Presence, PresenceState } from '../presence/presence-state';

/** How many of the changes a deployment holds; `null` when nobody knows. */
export type EnvironmentCell = {
  name: string;
  deployed: number | null;
  at: string | null;
  sha: string | null;
  url: string | null;
  attempted:
    | (Pick<DeployedSha, 'at' | 'sha' | 'url'> & { state: DeploymentState; holds: number | null })
    | null;
};

/** One repository on one line. */
export type LineCell = {
  line: string;
  branch: string;
  branchState: BranchHead['state'];
  state: LineState;
  /** How many of the changes the branch has, as they were made or adapted. */
  present: number;
  /** Of these, in another form than it was made. */
  adapted: number;
  reverted: number;
  unknown: number;
  of: number;
  environments: EnvironmentCell[];
};

/** The commits that carry the changes; all commits where none does. */
export function changesOf({ commits }: Pick<RepositoryEvidence, 'commits'>): CommitEvidence[] {
  const changes = commits.filter(({ carriesChange }) => carriesChange);
  return changes.length > 0 ? changes : commits;
}

/** Where the changes in one repository are, line by line of the route. */
export function lineCells(
  settings: Pick<ProjectSettings, 'route' | 'lines'>,
  repository: Pick<RepositorySettings, 'lines'>,
  evidence: Pick<RepositoryEvidence, 'commits'>,
  status: RepositoryStatus | undefined,
): LineCell[] {
  const changes = changesOf(evidence);
  const mapping = environmentsOfLines(settings, repository);
  return settings.route.flatMap((name) => {
    const line = lineIn(settings, repository, name);
    if (!line) return [];
    const head = headOf(status, line.branch);
    const environments = environmentsOn(name, line.environments, mapping, status).map((one) =>
      environmentCell(one, changes, status?.deployments === 'read'),
    );
    return [{ ...branchCell(name, line.branch, head, changes), environments }].map(withState);
  });
}

/** A branch may be called `constructor`: only what was read counts. */
function headOf(status: RepositoryStatus | undefined, branch: string): BranchHead {
  const branches = new Map(Object.entries(status?.branches ?? {}));
  return branches.get(branch) ?? { state: 'unknown' };
}

/** Whether the change of one commit is in a line's branch. */
export function presenceIn(
  { presence }: Pick<CommitEvidence, 'presence'>,
  branch: string,
  head: BranchHead['state'],
): Presence {
  const found = presence[`branch:${branch}`];
  return found ?? { state: head === 'unknown' ? 'unknown' : 'absent', by: null, as: null };
}

/** A revert that was undone in its turn: what it had taken away is back, so it has nothing left to bring. */
export const isUndoneRevert = (
  { associations }: Pick<CommitEvidence, 'associations'>,
  presence: Pick<Presence, 'state'> | undefined,
): boolean => presence?.state === 'reverted' && associations.some(({ kind }) => kind === 'reverts');

/** Whether nothing of a commit is missing in a ref. */
const hasAllOf = (change: CommitEvidence, presence: Pick<Presence, 'state'> | undefined): boolean =>
  isThere(presence) || isUndoneRevert(change, presence);

type Counted = Omit<LineCell, 'state'>;

function branchCell(
  line: string,
  branch: string,
  head: BranchHead,
  changes: readonly CommitEvidence[],
): Omit<Counted, 'environments'> {
  const states = changes.map((change): PresenceState => {
    const found = presenceIn(change, branch, head.state);
    return isUndoneRevert(change, found) ? 'present' : found.state;
  });
  const count = (...wanted: PresenceState[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return {
    line,
    branch,
    branchState: head.state,
    present: count('present', 'adapted'),
    adapted: count('adapted'),
    reverted: count('reverted'),
    unknown: count('unknown'),
    of: changes.length,
  };
}

function withState(cell: Counted): LineCell {
  return { ...cell, state: stateOf(cell) };
}

function stateOf({ present, unknown, of, environments }: Counted): LineState {
  if (unknown > 0) return 'unknown';
  if (present === 0) return 'none';
  if (present < of) return 'part';
  return environments.some(({ deployed }) => deployed === of) ? 'deployed' : 'all';
}

/** The host's environments of a line, and those that the line names and nothing was deployed to. */
function environmentsOn(
  line: string,
  named: readonly string[],
  mapping: readonly EnvironmentsOfLine[],
  status: RepositoryStatus | undefined,
): EnvironmentStatus[] {
  const known = (status?.environments ?? []).filter(
    (one) => lineOfEnvironment(one, mapping) === line,
  );
  const seen = new Set(known.map(({ environment }) => environment.toLowerCase()));
  return [...known, ...named.filter((name) => !seen.has(name.toLowerCase())).map(neverDeployed)];
}

function environmentCell(
  { environment, deployed, attempted }: EnvironmentStatus,
  changes: readonly CommitEvidence[],
  areDeploymentsRead: boolean,
): EnvironmentCell {
  const { sha, at, url } = deployed ?? NOTHING;
  const running = deployed ? heldBy(`deployed:${environment}`, deployed, changes) : 0;
  return {
    name: environment,
    deployed: areDeploymentsRead ? running : null,
    at,
    sha,
    url,
    attempted: attempted && attemptOf(environment, attempted, changes),
  };
}

/** A try that held none of the changes is no concern of the issue. */
function attemptOf(
  environment: string,
  attempted: NonNullable<EnvironmentStatus['attempted']>,
  changes: readonly CommitEvidence[],
): EnvironmentCell['attempted'] {
  const holds = heldBy(`attempted:${environment}`, attempted, changes);
  const { state, at, sha, url } = attempted;
  return holds === 0 ? null : { state, at, sha, url, holds };
}

const NOTHING = { sha: null, at: null, url: null };

const neverDeployed = (environment: string): EnvironmentStatus => ({
  environment,
  tier: null,
  deployed: null,
  attempted: null,
});

/** How many changes a deployed sha holds; `null` when it may hold more for all that is known. */
function heldBy(
  ref: RefName,
  { isRead }: DeployedSha,
  changes: readonly CommitEvidence[],
): number | null {
  const held = changes.filter((change) => hasAllOf(change, change.presence[ref])).length;
  const isKnown = isRead && changes.every(({ presence }) => presence[ref]?.state !== 'unknown');
  return isKnown || held === changes.length ? held : null;
}
