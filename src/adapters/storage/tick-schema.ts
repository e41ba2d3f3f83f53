import { z } from 'zod';

export const StoredTicks = z.array(
  z.object({
    stepId: z.string(),
    done: z.boolean(),
    // Records of before there were checklists have none.
    outcome: z.enum(['done', 'failed', 'open']).optional(),
    by: z.string(),
    accountId: z.string(),
    at: z.string(),
    note: z.string().nullable(),
    shas: z.array(z.string()),
    line: z.string().optional(),
  }),
);
