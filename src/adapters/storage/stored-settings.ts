import { z } from 'zod';

import { GATES, SEVERITIES } from '../../domain/release/gate-id';
import {
  DEFAULT_DEPENDENCY_LINKS,
  DEFAULT_ISSUE_TRAILERS,
  KEPT_SNAPSHOTS,
  RISK_LEVELS,
} from '../../domain/settings/project-settings';

const Texts = z.array(z.string()).default([]);
const OptionalText = z.string().nullable().default(null);

const StoredLine = z.object({
  branch: z.string(),
  environments: Texts,
  rejectedStatuses: Texts,
  approvedStatuses: Texts,
});

const StoredRepository = z.object({
  id: z.string(),
  service: OptionalText,
  owner: OptionalText,
  kind: z.enum(['app', 'db', 'mendix', 'infra', 'config', 'library']).nullable().default(null),
  lines: z
    .record(
      z.string(),
      z.object({
        branch: z.string().exactOptional(),
        environments: z.array(z.string()).exactOptional(),
      }),
    )
    .default({}),
  notes: Texts,
  manualSteps: z
    .array(z.object({ paths: z.array(z.string()), text: z.string(), owner: z.string().nullable() }))
    .default([]),
  risks: z
    .array(
      z.object({
        paths: z.array(z.string()),
        code: z.string(),
        level: z.enum(RISK_LEVELS).exactOptional(),
      }),
    )
    .default([]),
});

const StoredLink = z.object({ type: z.string(), direction: z.enum(['inward', 'outward']) });

const LeanSettings = z.object({
  projectKey: z.string(),
  route: z.array(z.string()),
  lines: z.record(z.string(), StoredLine),
  repositories: z.array(StoredRepository).default([]),
  issueTrailers: z.array(z.string()).default(() => [...DEFAULT_ISSUE_TRAILERS]),
  dependencyLinks: z.array(StoredLink).default(() => [...DEFAULT_DEPENDENCY_LINKS]),
  noChangeExpected: z
    .object({ issueTypes: z.array(z.string()), labels: z.array(z.string()) })
    .default(() => ({ issueTypes: [], labels: [] })),
  requiredChecks: z.union([z.literal('all'), z.array(z.string())]).default('all'),
  requireReviews: z.boolean().default(false),
  signOffs: z
    .array(z.object({ role: z.string(), accountIds: z.array(z.string()).exactOptional() }))
    .default([]),
  releaseManagers: z
    .object({ roles: Texts, accountIds: Texts })
    .default(() => ({ roles: [], accountIds: [] })),
  freeze: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })).default([]),
  gates: z
    .partialRecord(
      z.enum(GATES),
      z.object({
        owner: z.string().exactOptional(),
        severity: z.enum(SEVERITIES).exactOptional(),
        required: z.boolean().exactOptional(),
      }),
    )
    .default({}),
  snapshots: z.object({ keep: z.int() }).default(() => ({ keep: KEPT_SNAPSHOTS.usual })),
});

/** A project's settings as they are kept: without what is a default, which comes back when they are read. */
export const StoredSettings = z.object({ v: z.literal(1), settings: LeanSettings });

export const StoredSettingsIndex = z.object({ v: z.literal(1), projects: z.array(z.string()) });
