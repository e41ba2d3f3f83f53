import { z } from 'zod';
import { BaselinesRecord } from './baseline-schema';
import { FailureKindName, OutlineRecord } from './outline-schema';

/** Stored records. We wrote them ourselves, so they are checked strictly. */

/**
 * Grows when a record of a repository gets another form that the one before cannot be read as. A header
 * of another form counts as none, and what no header names does not count: the repository is read anew.
 */
export const RECORDS_FORM = 1;

export const Iso = z.string();
export const Nullable = z.string().nullable();

export const StoredCommit = z.object({
  sha: z.string(),
  parents: z.array(z.string()),
  message: z.string(),
  author: z.string(),
  authoredAt: Iso,
  committedAt: Iso,
  tree: Nullable.default(null),
});

export const StoredCheck = z.object({
  name: z.string(),
  state: z.enum(['passed', 'failed', 'pending', 'skipped', 'unknown']),
  url: Nullable,
  at: Nullable,
  why: z.exactOptional(z.string()),
});

const StoredReview = z.object({
  by: z.string(),
  state: z.enum(['approved', 'changes-requested', 'commented', 'dismissed', 'unknown']),
  at: Nullable,
  sha: Nullable,
});

export const pullRequestSummary = {
  number: z.number().int(),
  title: z.string(),
  url: z.string(),
  state: z.enum(['open', 'merged', 'closed']),
  isDraft: z.boolean(),
  author: Nullable,
  headBranch: z.string(),
  headSha: z.string(),
  baseBranch: z.string(),
  mergeSha: Nullable,
  updatedAt: Iso,
  mergedAt: Nullable,
  commitCount: z.number().int(),
  reviews: z.array(StoredReview),
  reviewCount: z.number().int(),
};

export const StoredPullRequest = z.object({
  ...pullRequestSummary,
  body: z.string(),
  createdAt: Iso,
  commits: z.array(StoredCommit),
});

export const DeploymentStateName = z.enum([
  'success',
  'failed',
  'in-progress',
  'cancelled',
  'inactive',
  'unknown',
]);

const TierName = z.enum(['development', 'testing', 'staging', 'production']);

export const StoredDeployment = z.object({
  id: z.string(),
  sha: z.string(),
  ref: Nullable,
  environment: z.string(),
  tier: TierName.nullable(),
  state: DeploymentStateName,
  createdAt: Iso,
  updatedAt: Iso,
  url: Nullable,
  events: z.array(z.object({ state: DeploymentStateName, at: Iso })),
});

export const StoredChecks = z.record(
  z.string(),
  z.object({
    checks: z.array(StoredCheck),
    isSettled: z.boolean(),
    withheldFrom: Nullable.default(null),
  }),
);
export const StoredProjectKeys = z.object({ keys: z.array(z.string()), readAt: Iso });
export const StoredDigests = z.record(z.string(), z.string());

export const StoredAssociations = z.array(
  z.object({
    issueKey: z.string(),
    sha: z.string(),
    action: z.enum(['link', 'unlink']),
    reason: z.string(),
    by: z.string(),
    accountId: z.string(),
    at: Iso,
  }),
);

const BranchHeadRecord = z.union([
  z.object({ state: z.literal('read'), sha: z.string() }),
  z.object({ state: z.literal('missing') }),
  z.object({ state: z.literal('unknown') }),
]);

const DeployedShaRecord = z.object({
  sha: z.string(),
  at: Iso,
  url: Nullable,
  isRead: z.boolean(),
});

const EnvironmentRecord = z.object({
  environment: z.string(),
  tier: TierName.nullable(),
  deployed: DeployedShaRecord.nullable(),
  attempted: DeployedShaRecord.extend({ state: DeploymentStateName }).nullable(),
});

const GapRecord = z.object({ repository: z.string(), what: z.string(), why: z.string() });

const Phase = z.enum([
  'branches',
  'deployments',
  'pull-requests',
  'commits',
  'changes',
  'checks',
  'index',
]);

const ValidatorsRecord = z.object({
  branches: Nullable,
  deployments: Nullable,
  pullRequests: Nullable,
});

const ReadingRecord = z.object({
  step: z.number().int(),
  phase: Phase,
  startedAt: Iso,
  validators: ValidatorsRecord,
  cursor: Nullable,
  wanted: z.array(z.string()).nullable(),
  lost: z.array(z.string()),
  pullRequestsThrough: Nullable,
  failures: z.number().int(),
  done: z.number(),
  total: z.number().nullable(),
});

export const StoredHeader = z.object({
  form: z.literal(RECORDS_FORM),
  repository: z.string(),
  path: z.string(),
  url: Nullable,
  defaultBranch: Nullable.default(null),
  isArchived: z.boolean().nullable().default(null),
  identifiedAt: Nullable,
  validators: ValidatorsRecord,
  branches: z.record(z.string(), BranchHeadRecord),
  environments: z.array(EnvironmentRecord),
  deploymentsRead: z.boolean(),
  environmentsFollowed: Nullable,
  unmappedEnvironments: z.array(z.string()),
  commitCount: z.number().int(),
  diffCount: z.number().int().default(0),
  changesFrom: Nullable.default(null),
  changesAskAgainAt: Nullable.default(null),
  pullRequestBuckets: z.array(z.number().int()),
  pullRequestsThrough: Nullable,
  rootsRead: Nullable,
  gaps: z.partialRecord(Phase, z.array(GapRecord)),
  failedBy: z.partialRecord(Phase, FailureKindName).default({}),
  indexedFrom: Nullable,
  indexed: z
    .object({
      branches: z.record(z.string(), BranchHeadRecord),
      environments: z.array(EnvironmentRecord),
      deploymentsRead: z.boolean(),
      unreadRefs: z.array(z.string()),
      baselines: BaselinesRecord.default({}),
      form: z.number().int().default(0),
      revision: Nullable.default(null),
    })
    .nullable(),
  outline: OutlineRecord.nullable().default(null),
  asOf: Nullable,
  reading: ReadingRecord.nullable(),
});

export const StoredStatus = z.object({
  repository: z.string(),
  url: Nullable,
  asOf: Nullable,
  branches: z.record(z.string(), BranchHeadRecord),
  environments: z.array(EnvironmentRecord),
  deployments: z.enum(['read', 'unknown']),
  gaps: z.array(GapRecord),
  progress: z
    .object({
      phase: z.union([z.literal('queued'), Phase]),
      done: z.number(),
      total: z.number().nullable(),
      startedAt: Iso,
    })
    .nullable(),
  renamedTo: Nullable,
  revision: Nullable.default(null),
  baselines: BaselinesRecord.default({}),
  form: z.number().int().default(0),
});
