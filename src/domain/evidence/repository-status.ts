import type { Deployment, DeploymentState } from '../deployment';
import type { Gap } from '../gap';
import type { RepositoryId } from '../repository';
import type { Baseline } from './released-bundle';

/** What became of a branch that a line needs. `unknown`: its history could not be read to the end. */
export type BranchHead =
  { state: 'read'; sha: string } | { state: 'missing' } | { state: 'unknown' };

/** One deployment as a line needs it. `isRead`: the history of its sha is known. */
export type DeployedSha = { sha: string; at: string; url: string | null; isRead: boolean };

/** What an environment runs, and the newest try that did not succeed after it. */
export type EnvironmentStatus = {
  environment: string;
  tier: Deployment['tier'];
  deployed: DeployedSha | null;
  attempted: (DeployedSha & { state: DeploymentState }) | null;
};

export type ReadPhase =
  | 'queued'
  | 'branches'
  | 'deployments'
  | 'pull-requests'
  | 'commits'
  | 'changes'
  | 'checks'
  | 'index';

/** How far a reading job has come. */
export type ReadProgress = {
  phase: ReadPhase;
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
  /** `unknown`: deployments could not be read, so `environments` may lack some. */
  deployments: 'read' | 'unknown';
  gaps: Gap[];
  progress: ReadProgress | null;
  /** The path that the host answers under now, when it was renamed or moved. */
  renamedTo: string | null;
  /** Digest of what issues hold of it; `null` before the first reading. */
  revision: string | null;
  /** What its branches lack of what each project released last, by project key. */
  baselines: Record<string, Baseline>;
  /** `EVIDENCE_FORM` of the version that made the stored issues. */
  form: number;
};
