import { z } from 'zod';

export const StoredSpread = z.array(
  z.object({
    key: z.string(),
    sha: z.string(),
    on: z.array(z.string()),
    doubtful: z.array(z.string()),
  }),
);

const StoredArrival = z.object({ at: z.string(), as: z.string() });

export const StoredArrivals = z.array(
  z.object({
    key: z.string(),
    sha: z.string(),
    on: z.record(z.string(), StoredArrival),
  }),
);
