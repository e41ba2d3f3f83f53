import { z } from 'zod';

import { SNAPSHOT_CAUSES } from '../../domain/release/snapshot';

const StoredSnapshot = z.object({
  id: z.string(),
  by: z.string(),
  accountId: z.string(),
  at: z.string(),
  why: z.enum(SNAPSHOT_CAUSES),
  note: z.string().nullable(),
  signOffId: z.string().nullable(),
  hash: z.string(),
  evidenceHash: z.string(),
  promotion: z.object({ from: z.string(), to: z.string() }),
  mode: z.enum(['plan', 'audit']),
  decision: z.enum(['SHIP', 'NO-SHIP']),
  verdict: z.enum(['safe', 'warning', 'manual-review', 'blocked']),
  issues: z.number(),
});

/** A body that no snapshot names: one that is being written, or one to delete. */
const StoredLoose = z.object({
  id: z.string(),
  parts: z.number(),
  /** When its writing began; `null` when it was dropped. */
  since: z.string().nullable(),
});

/** Which snapshots a release has, oldest first, each with the number of parts of its body. */
export const StoredSnapshots = z.object({
  v: z.literal(1),
  snapshots: z.array(z.object({ snapshot: StoredSnapshot, parts: z.number() })),
  loose: z.array(StoredLoose),
});
export type StoredSnapshots = z.infer<typeof StoredSnapshots>;
