import { z } from 'zod';
import {
  DeploymentStateName,
  Iso,
  Nullable,
  pullRequestSummary,
  StoredCheck,
} from './evidence-schema';

/** The document of one issue. We wrote it ourselves, so it is checked strictly. */
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

export const StoredPart = z.object({
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
  isOutdated: z.literal(true).optional(),
});

/** Parts are read one by one: one of another form does not hide the others. */
export const StoredIssue = z.object({
  issueKey: z.string(),
  repositories: z.array(z.looseObject({ repository: z.string() })),
});
