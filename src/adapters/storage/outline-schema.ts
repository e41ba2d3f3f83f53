import { z } from 'zod';

/** What the doctor needs of a repository, in its header. */
export const OutlineRecord = z.object({
  leads: z.array(z.object({ branch: z.string(), over: z.string(), commits: z.number().int() })),
  runs: z.array(z.object({ environment: z.string(), heldBy: z.array(z.string()) })),
  shares: z.record(
    z.string(),
    z.object({ issues: z.number().int(), largest: z.string().nullable() }),
  ),
  bases: z.array(z.string()),
  paths: z.array(z.string()),
  checksWithheld: z.boolean(),
});

export const FailureKindName = z.enum([
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'unavailable',
  'egress-blocked',
  'unexpected-answer',
]);
