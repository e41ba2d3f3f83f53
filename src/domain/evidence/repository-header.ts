import type { Gap } from '../gap';
import type { RepositoryId } from '../repository';
import type { RefName } from './issue-evidence';
import type { FailureKind } from './failure-kind';
import type { Baseline } from './released-bundle';
import type { RepositoryOutline } from './repository-outline';
import type { BranchHead, EnvironmentStatus, ReadPhase } from './repository-status';

/**
 * Grows when the parts of issues are made otherwise from the same records: then all are made again, and
 * until that has happened what is kept of a repository is told as the work of an earlier version.
 */
export const EVIDENCE_FORM = 4;

/** The phases of a reading, in order. */
export const READ_PHASES = [
  'branches',
  'deployments',
  'pull-requests',
  'commits',
  'changes',
  'checks',
  'index',
] as const satisfies readonly ReadPhase[];
export type RunningPhase = (typeof READ_PHASES)[number];

/** Opaque words of the host that say whether an answer is still the same. */
export type Validators = Record<'branches' | 'deployments' | 'pullRequests', string | null>;

/** Where a reading stands: all that the next slice needs to go on, whatever happened to this one. */
export type Reading = {
  /** Grows with every hand-over to a next slice; an event of an older step is a duplicate. */
  step: number;
  phase: RunningPhase;
  startedAt: string;
  validators: Validators;
  /** Cursor within the phase; `null` at its start. */
  cursor: string | null;
  /** Commits to list from, in order: heads first, then parents that nobody listed. `null` before they are known. */
  wanted: string[] | null;
  /** Shas that the host does not know any more, or answered without. */
  lost: string[];
  /** The newest change of a pull request that this reading saw. */
  pullRequestsThrough: string | null;
  /** How often the phase failed for a passing reason. */
  failures: number;
  done: number;
  total: number | null;
};

/** What we know of one repository, apart from the commit log and the other large parts. */
export type RepositoryHeader = {
  repository: RepositoryId;
  /** The path that the host answers under. */
  path: string;
  url: string | null;
  /** As the host says; `null` before it was asked. */
  defaultBranch: string | null;
  isArchived: boolean | null;
  /** When path, url, default branch and archival were last asked for. */
  identifiedAt: string | null;
  validators: Validators;
  branches: Record<string, BranchHead>;
  environments: EnvironmentStatus[];
  deploymentsRead: boolean;
  /** Digest of the environments that lines name; `environments` was made for these. */
  environmentsFollowed: string | null;
  /** Environments of the host that belong to no line. */
  unmappedEnvironments: string[];
  /** How many commits of the log count; what lies behind belongs to a reading that did not finish. */
  commitCount: number;
  /** How many diffs of the log of diffs count. */
  diffCount: number;
  /** Fingerprint of everything that was asked for its changes; `null` when some of it failed. */
  changesFrom: string | null;
  /** When to ask once more for what did not come whole; `null` when all did. */
  changesAskAgainAt: string | null;
  /** Buckets of pull requests that exist, ascending. */
  pullRequestBuckets: number[];
  /** All pull requests that changed up to then are stored. */
  pullRequestsThrough: string | null;
  /** Digest of the shas whose history the log holds to the end. */
  rootsRead: string | null;
  gaps: Partial<Record<RunningPhase, Gap[]>>;
  /** What kept a phase from being read the last time; a phase that went through is not named. */
  failedBy: Partial<Record<RunningPhase, FailureKind>>;
  /** Fingerprint of everything that the stored issues were made from; `null` when something changed. */
  indexedFrom: string | null;
  /** The refs that the stored issues were held against: only these may be shown beside them. */
  indexed: IndexedRefs | null;
  /** Of the evidence that the stored issues were made from. */
  outline: RepositoryOutline | null;
  asOf: string | null;
  reading: Reading | null;
};

/** Where the refs were when the issues were last brought up to date. */
export type IndexedRefs = {
  branches: Record<string, BranchHead>;
  environments: EnvironmentStatus[];
  deploymentsRead: boolean;
  /** Refs whose history the log does not hold to the end. */
  unreadRefs: RefName[];
  /** What the branches lack of what each project released last, by project key. */
  baselines: Record<string, Baseline>;
  /** `EVIDENCE_FORM` of the version that made the stored issues. */
  form: number;
  /** Digest of the part of every issue; `null` before there was one. */
  revision: string | null;
};

export function newHeader(repository: RepositoryId, path: string): RepositoryHeader {
  return {
    repository,
    path,
    url: null,
    defaultBranch: null,
    isArchived: null,
    identifiedAt: null,
    validators: { branches: null, deployments: null, pullRequests: null },
    branches: {},
    environments: [],
    deploymentsRead: false,
    environmentsFollowed: null,
    unmappedEnvironments: [],
    commitCount: 0,
    diffCount: 0,
    changesFrom: null,
    changesAskAgainAt: null,
    pullRequestBuckets: [],
    pullRequestsThrough: null,
    rootsRead: null,
    gaps: {},
    failedBy: {},
    indexedFrom: null,
    indexed: null,
    outline: null,
    asOf: null,
    reading: null,
  };
}

export function newReading({ validators }: RepositoryHeader, startedAt: string): Reading {
  return {
    step: 0,
    phase: 'branches',
    startedAt,
    validators,
    cursor: null,
    wanted: null,
    lost: [],
    pullRequestsThrough: null,
    failures: 0,
    done: 0,
    total: null,
  };
}

/** Every ref that commits are looked for in, with its sha, sorted by name. */
export function headerRefs({ branches, environments }: RepositoryHeader): [RefName, string][] {
  const heads = Object.entries(branches).flatMap(([name, head]): [RefName, string][] =>
    head.state === 'read' ? [[`branch:${name}`, head.sha]] : [],
  );
  const running = environments.flatMap(({ environment, deployed, attempted }) => [
    ...(deployed ? [[`deployed:${environment}`, deployed.sha] as [RefName, string]] : []),
    ...(attempted ? [[`attempted:${environment}`, attempted.sha] as [RefName, string]] : []),
  ]);
  return [...heads, ...running].sort(([a], [b]) => (a < b ? -1 : 1));
}

export const headerGaps = ({ gaps }: RepositoryHeader): Gap[] =>
  READ_PHASES.flatMap((phase) => gaps[phase] ?? []);
