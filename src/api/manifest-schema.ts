import { z } from 'zod';

import type { Manifest } from '../domain/manifest/manifest';

const Level = z.enum(['safe', 'warning', 'manual-review', 'blocked']);
const Repository = z.string().describe('github:owner/name or gitlab:host/group/name');
const Instant = z.string().describe('ISO 8601, UTC');
const Sha = z.string();

const Presence = z.object({
  state: z.enum(['present', 'adapted', 'absent', 'reverted', 'unknown']),
  by: z.string().nullable().describe('the proof'),
  as: z.string().nullable().describe('the commit that proves it'),
});

const Commit = z.object({
  sha: Sha,
  title: z.string(),
  author: z.string(),
  authoredAt: Instant,
  source: z.string().describe('why the commit belongs to the issue'),
  presence: z.record(z.string(), Presence).describe('by line'),
});

const ManualStep = z.object({
  id: z.string(),
  text: z.string(),
  owner: z.string().nullable(),
  done: z.boolean(),
  by: z.string().nullable(),
  at: Instant.nullable(),
});

const Issue = z.object({
  key: z.string(),
  summary: z.string(),
  type: z.string(),
  status: z.string(),
  verdict: Level,
  reasons: z.array(
    z.object({
      code: z.string(),
      level: Level,
      summary: z.string(),
      evidence: z.array(z.string()),
    }),
  ),
  changes: z.array(z.object({ repository: Repository, commits: z.array(Commit) })),
  pullRequests: z.array(
    z.object({
      repository: Repository,
      number: z.int(),
      title: z.string(),
      url: z.string(),
      state: z.string(),
    }),
  ),
  toPromote: z.array(z.object({ repository: Repository, sha: Sha })),
  dependencies: z.array(
    z.object({
      key: z.string().nullable().describe('null: hidden from the reader'),
      status: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  lines: z.array(
    z.object({
      name: z.string(),
      state: z.string(),
      basis: z.string(),
      changedSince: z.array(Sha),
    }),
  ),
  manualSteps: z.array(ManualStep),
});

const CheckItem = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  issueKey: z.string().nullable().describe('null: of the release as a whole'),
  owner: z.string().nullable(),
  state: z.enum(['open', 'done', 'failed']),
  by: z.string().nullable(),
  at: Instant.nullable(),
  note: z.string().nullable(),
  reopenedBy: z.array(Sha),
});

const Gate = z.object({
  id: z.string(),
  status: z.enum(['passed', 'failed', 'waived']),
  required: z.boolean(),
  owner: z.string().nullable(),
  severity: z.string(),
  summary: z.string(),
  waiver: z
    .object({
      id: z.string(),
      reason: z.string(),
      by: z.string(),
      at: Instant,
      expiresAt: Instant,
    })
    .nullable(),
});

const SignOff = z.object({
  role: z.string(),
  by: z.string(),
  at: Instant,
  decision: z.enum(['approved', 'rejected']),
  note: z.string().nullable(),
  evidenceHash: z.string(),
  status: z
    .enum(['valid', 'stale', 'revoked'])
    .describe('stale: the evidence is not what was signed'),
});

const Release = z.object({
  name: z.string(),
  projectKeys: z.array(z.string()),
  versionIds: z.array(z.string()),
  jql: z.string().nullable(),
});

const Evidence = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  asOf: Instant.nullable().describe(
    'when the oldest reading began; null: something was never read',
  ),
  complete: z.boolean(),
  gaps: z.array(z.object({ repository: z.string(), what: z.string(), why: z.string() })),
  unreadable: z.array(z.object({ key: z.string(), why: z.string() })),
});

const FollowUp = z.object({
  priority: z.enum(['P0', 'P1', 'P2', 'P3']),
  title: z.string(),
  action: z.string(),
  owner: z.string().nullable(),
});

/** The manifest as it is published: `docs/manifest.schema.json` is made from this. */
export const ManifestSchema: z.ZodType<Manifest> = z.object({
  schemaVersion: z.literal(1),
  release: Release,
  promotion: z.object({ from: z.string(), to: z.string() }),
  mode: z.enum(['plan', 'audit']),
  decision: z.enum(['SHIP', 'NO-SHIP']),
  verdict: Level,
  firstFailingGate: z.string().nullable(),
  lifecycle: z.string(),
  evidence: Evidence,
  issues: z.array(Issue),
  unlisted: z.array(
    z.object({ key: z.string().nullable(), repository: Repository, shas: z.array(Sha) }),
  ),
  unlistedSince: z
    .object({ version: z.string(), releasedOn: z.string() })
    .nullable()
    .describe(
      'in an audit, the release that unlisted changes came after; null: in a plan, or unknown',
    ),
  order: z.object({
    repositories: z.array(Repository),
    issues: z.array(z.string()),
    cycles: z.array(z.array(z.string())),
  }),
  gates: z.array(Gate),
  followUps: z.array(FollowUp),
  checklists: z.object({
    qa: z.array(CheckItem),
    client: z.array(CheckItem),
    releaseManager: z.array(CheckItem),
  }),
  rollback: z.array(
    z.object({
      repository: Repository,
      line: z.string(),
      backTo: Sha.nullable(),
      note: z.string(),
    }),
  ),
  signOffs: z.array(SignOff),
});

/** The JSON Schema that other programs validate a manifest against. Later ones may say more, so more is allowed. */
export const manifestJsonSchema = (): object => ({
  title: 'Convoy manifest',
  ...z.toJSONSchema(ManifestSchema, { io: 'input' }),
});
