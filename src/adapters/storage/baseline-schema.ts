import { z } from 'zod';

const Lacking = z.object({ issueKey: z.string(), sha: z.string() });

/** By project key. */
export const BaselinesRecord = z.record(
  z.string(),
  z.object({ version: z.string(), lacking: z.record(z.string(), z.array(Lacking)) }),
);

export const StoredReleased = z.object({
  bundle: z
    .object({
      projectKey: z.string(),
      version: z.string(),
      releasedOn: z.string().nullable(),
      issueKeys: z.array(z.string()),
    })
    .nullable(),
  readAt: z.string(),
});
