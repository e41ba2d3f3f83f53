import { z } from 'zod';
import { FailureKindName, OutlineRecord } from './outline-schema';

/** Stored records. We wrote them ourselves, so they are checked strictly. */
const Iso = z.string();
const Nullable = z.string().nullable();

export const StoredCommit = z.object({
  sha: z.string(),
  parents: z.array(z.string()),
  message: z.string(),
  author: z.string(),
  authoredAt: Iso,
  committedAt: Iso,
  tree: Nullable.default(null),
});

const StoredCheck = z.object({
  name: z.string(),
  state: z.enum(['passed', 'failed', 'pending', 'skipped', 'unknown']),
  url: Nullable,
  at: Nullable,
});

const StoredReview = z.object({
  by: z.string(),
  state: z.enum(['approved', 'changes-requested', 'commented', 'dismissed', 'unknown']),
  at: Nullable,
  sha: Nullable,
});

const pullRequestSummary = {
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

const DeploymentStateName = z.enum([
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

const Phase = z.enum(['branches', 'deployments', 'pull-requests', 'commits', 'checks', 'index']);

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
    })
    .nullable(),
  outline: OutlineRecord.nullable().default(null),
  asOf: Nullable,
  reading: ReadingRecord.nullable(),
});

export const StoredStatuses = z.record(
  z.string(),
  z.object({
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
  }),
);

const AssociationRecord = z.object({
  issueKey: z.string(),
  kind: z.enum(['owns', 'reverts', 'mentions']),
  source: z.string(),
  detail: Nullable,
});

const ChecksRecord = z.union([z.array(StoredCheck), z.literal('not-read')]);

const MentionRecord = z.object({
  sha: z.string(),
  title: z.string(),
  author: z.string(),
  authoredAt: Iso,
  isMerge: z.boolean(),
  associations: z.array(AssociationRecord),
});

const PresenceRecord = z.object({
  state: z.enum(['present', 'adapted', 'absent', 'reverted', 'unknown']),
  by: Nullable,
  as: Nullable,
  note: z.enum(['merged-without-content', 'carries-no-change']).optional(),
});

const TrailersRecord = z.object({
  issues: z.array(z.string()),
  dependsOn: z.array(z.string()),
  affectsServices: z.array(z.string()),
  changeTypes: z.array(z.string()),
  manualSteps: z.array(z.string()),
  risk: z.enum(['low', 'medium', 'high', 'blocked']).nullable(),
  unreadableRisks: z.array(z.string()),
  dbMigrations: z.array(z.string()),
  featureFlags: z.array(z.string()),
});

const CommitRecord = MentionRecord.extend({
  carriesChange: z.boolean(),
  presence: z.record(z.string(), PresenceRecord),
  arrivedAt: z.record(z.string(), Iso),
  paths: z.union([
    z.object({ listed: z.array(z.string()), omitted: z.number().int() }),
    z.literal('unread'),
  ]),
  trailers: TrailersRecord.nullable(),
  checks: ChecksRecord,
});

const DeploymentRecord = z.object({
  id: z.string(),
  environment: z.string(),
  sha: z.string(),
  state: DeploymentStateName,
  at: Iso,
  url: Nullable,
  holds: z.array(z.string()),
  brought: z.array(z.string()),
  tookAway: z.array(z.string()),
});

export const StoredIssue = z.object({
  issueKey: z.string(),
  repositories: z.array(
    z.object({
      repository: z.string(),
      commits: z.array(CommitRecord),
      mentions: z.array(MentionRecord),
      pullRequests: z.array(
        z.object({
          ...pullRequestSummary,
          checks: ChecksRecord,
          trailers: TrailersRecord.nullable(),
          sharedWith: z.array(z.string()),
          stackedOn: z.array(z.string()),
        }),
      ),
      deployments: z.array(DeploymentRecord),
      unlinked: z.array(
        z.object({
          sha: z.string(),
          title: z.string(),
          by: z.string(),
          at: Iso,
          reason: z.string(),
        }),
      ),
      omitted: z.number().int(),
    }),
  ),
});
