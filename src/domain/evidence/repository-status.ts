import type { DeploymentState } from '../deployment';
import type { Gap } from '../gap';
import type { RepositoryId } from '../repository';

/** What became of a branch that a line needs. */
export type BranchHead =
  { state: 'read'; sha: string } | { state: 'missing' } | { state: 'unknown' };

/** What an environment runs, and the newest try that did not succeed after it. */
export type EnvironmentStatus = {
  environment: string;
  deployed: { sha: string; at: string; url: string | null } | null;
  attempted: { sha: string; at: string; state: DeploymentState; url: string | null } | null;
};

/** How far a reading job has come. */
export type ReadProgress = {
  phase: 'queued' | 'branches' | 'pull-requests' | 'deployments' | 'commits' | 'checks' | 'index';
  /** Things done in this phase (commits read, issues indexed, …). */
  done: number;
  /** How many there will be; `null` while nobody knows. */
  total: number | null;
  startedAt: string;
};

/** How fresh and how complete the evidence of one repository is. */
export type RepositoryStatus = {
  repository: RepositoryId;
  url: string | null;
  /** When the newest complete reading began; `null` before the first. ISO 8601, UTC. */
  asOf: string | null;
  branches: Record<string, BranchHead>;
  environments: EnvironmentStatus[];
  gaps: Gap[];
  progress: ReadProgress | null;
  /** The path that the host answers under now, when it was renamed or moved. */
  renamedTo: string | null;
};
