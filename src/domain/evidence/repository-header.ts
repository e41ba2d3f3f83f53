import type { Gap } from '../gap';
import type { RepositoryId } from '../repository';
import type { RefName } from './issue-evidence';
import type { BranchHead, EnvironmentStatus, ReadPhase } from './repository-status';

/** The phases of a reading, in order. `queued` is before the first. */
export const READ_PHASES = [
  'branches',
  'deployments',
  'pull-requests',
  'commits',
  'checks',
  'index',
] as const satisfies readonly ReadPhase[];
export type RunningPhase = (typeof READ_PHASES)[number];

/** Opaque words of the host that say whether an answer is still the same. */
export type Validators = Record<'branches' | 'deployments' | 'pullRequests', string | null>;

/** Where a reading stands: all that the next slice needs to go on, whatever happened to this one. */
export type Reading = {
  /** Grows with every checkpoint; an event of an older step is a duplicate. */
  step: number;
  phase: RunningPhase;
  startedAt: string;
  validators: Validators;
  branches: Record<string, BranchHead>;
  /** Cursor within the phase; `null` at its start. */
  cursor: string | null;
  /** Commits still to be listed from, in order: heads first, then parents that nobody listed. */
  wanted: string[];
  /** Refs that the host does not know any more. */
  lost: string[];
  /** The newest change of a pull request that this reading saw. */
  pullRequestsThrough: string | null;
  done: number;
  total: number | null;
};

/** What we know of one repository, apart from the commit log and the other large parts. */
export type RepositoryHeader = {
  repository: RepositoryId;
  /** The path that the host answers under. */
  path: string;
  url: string | null;
  /** When path and url were last asked for. */
  identifiedAt: string | null;
  validators: Validators;
  branches: Record<string, BranchHead>;
  environments: EnvironmentStatus[];
  deploymentsRead: boolean;
  /** Every ref that commits are looked for in, with its sha. */
  refs: Partial<Record<RefName, string>>;
  /** How many commits of the log count; what lies behind belongs to a reading that did not finish. */
  commitCount: number;
  /** Buckets of pull requests that exist, ascending. */
  pullRequestBuckets: number[];
  /** All pull requests that changed up to then are stored. */
  pullRequestsThrough: string | null;
  gaps: Partial<Record<RunningPhase, Gap[]>>;
  /** Fingerprint of everything that the stored issues were made from. */
  indexedFrom: string | null;
  asOf: string | null;
  reading: Reading | null;
};

export function newHeader(repository: RepositoryId, path: string): RepositoryHeader {
  return {
    repository,
    path,
    url: null,
    identifiedAt: null,
    validators: { branches: null, deployments: null, pullRequests: null },
    branches: {},
    environments: [],
    deploymentsRead: false,
    refs: {},
    commitCount: 0,
    pullRequestBuckets: [],
    pullRequestsThrough: null,
    gaps: {},
    indexedFrom: null,
    asOf: null,
    reading: null,
  };
}
