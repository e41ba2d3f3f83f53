import { z } from 'zod';

const Version = z.strictObject({
  projectKey: z.string().trim().min(1).max(100),
  version: z.string().trim().min(1).max(300),
});
const LineName = z.string().trim().min(1).max(100);

/** A version by name or id, versions released with it, or a query; and the promotion that is asked about. */
export const ReleaseInput = Version.extend({
  also: z.array(Version).max(20).optional(),
  jql: z.string().trim().min(1).max(4000).optional(),
  from: LineName.optional(),
  to: LineName.optional(),
  mode: z.enum(['plan', 'audit']).optional(),
});
