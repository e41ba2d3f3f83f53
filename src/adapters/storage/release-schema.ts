import { z } from 'zod';
import { LIFECYCLE } from '../../domain/release/acts';
import { GATES } from '../../domain/release/gate';
import { StoredTicks } from './tick-schema';

const act = { by: z.string(), accountId: z.string(), at: z.string() };
const StoredRevocation = z.object({ ...act, reason: z.exactOptional(z.string().nullable()) });

const StoredWaiver = z.object({
  ...act,
  id: z.string(),
  gate: z.enum(GATES),
  items: z.array(z.string()),
  reason: z.string(),
  expiresAt: z.string(),
  revoked: StoredRevocation.nullable(),
});

const StoredSignOff = z.object({
  ...act,
  id: z.string(),
  role: z.string(),
  promotion: z.object({ from: z.string(), to: z.string() }),
  evidenceHash: z.string(),
  note: z.string().nullable(),
  decision: z.enum(['approved', 'rejected']),
  revoked: StoredRevocation.nullable(),
});

const StoredMove = z.object({
  ...act,
  from: z.enum(LIFECYCLE),
  to: z.enum(LIFECYCLE),
  note: z.string().nullable(),
  evidenceHash: z.string().nullable().default(null),
});

export const StoredRelease = z.object({
  acts: z.object({
    waivers: z.array(StoredWaiver),
    signOffs: z.array(StoredSignOff),
    moves: z.array(StoredMove),
  }),
  words: StoredTicks,
});
