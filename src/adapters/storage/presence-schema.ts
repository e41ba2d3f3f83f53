import { z } from 'zod';

/** Stored records that presence is decided from. We wrote them ourselves, so they are checked strictly. */
const Nullable = z.string().nullable();

/** Files of a commit as `[path, before, after, mode]`. */
const StoredPaths = z.array(z.tuple([z.string(), Nullable, Nullable, Nullable]));
export type StoredPaths = z.infer<typeof StoredPaths>;

/** The diff of one commit. */
const StoredKnownDiff = z.object({
  sha: z.string(),
  patchId: Nullable,
  loosePatchId: Nullable,
  linesId: Nullable,
  inverseId: Nullable,
  growth: z.number().int(),
  paths: StoredPaths,
});

const StoredUnreadDiff = z.object({
  sha: z.string(),
  unreadAt: z.string(),
  tries: z.number().int(),
  isTooLarge: z.literal(true).optional(),
  paths: StoredPaths.optional(),
});

export const StoredDiff = z.union([StoredKnownDiff, StoredUnreadDiff]);
export type StoredDiff = z.infer<typeof StoredDiff>;

const UnreadRecord = z.object({ unreadAt: z.string() });

/** Lists of `[key, answer]`: a file may be called `__proto__`. */
export const StoredAnswers = z.object({
  combined: z.array(
    z.tuple([z.string(), z.union([z.object({ patchId: Nullable }), UnreadRecord])]),
  ),
  files: z.array(
    z.tuple([
      z.string(),
      z.array(
        z.tuple([
          z.string(),
          z.union([z.object({ blob: z.string(), mode: Nullable }), z.null(), UnreadRecord]),
        ]),
      ),
    ]),
  ),
});
export type StoredAnswers = z.infer<typeof StoredAnswers>;
