import { z } from 'zod';

/** `04-28 15:05` is a moment of the year in which the story plays. */
const Moment = z
  .string()
  .regex(/^\d\d-\d\d \d\d:\d\d$/, 'is not a moment like 04-28 15:05')
  .transform((text) => new Date(`2026-${text.replace(' ', 'T')}:00Z`).toISOString());

/** Files that get one more unit of work, or are made. */
const Touched = z.array(z.string()).default([]);
/** Name of a check to its conclusion, `pending` while it runs. */
const Checks = z.exactOptional(z.record(z.string(), z.string()));
const Acted = { at: Moment, by: z.string(), id: z.exactOptional(z.string()) };

/** `Title | path path` for short. */
const BranchCommit = z.preprocess(
  (entry) => {
    if (typeof entry !== 'string') return entry;
    const [title = '', paths = ''] = entry.split(' | ');
    return { title, touch: paths.split(' ').filter(Boolean) };
  },
  z.strictObject({
    title: z.string(),
    body: z.exactOptional(z.string()),
    /** One commit for each; `{}` in title and paths stands for it. */
    each: z.exactOptional(z.array(z.string())),
    touch: Touched,
  }),
);
export type BranchCommit = z.infer<typeof BranchCommit>;

/**
 * `cy approved`, `cy changes`, `cy comment`: who said what, an hour after another. `cy approved 1`
 * saw the first commit alone: what came later was pushed after that.
 */
const Review = z.string().transform((text) => {
  const [by = '', word = '', seen] = text.split(' ');
  const states: Record<string, string> = { approved: 'APPROVED', changes: 'CHANGES_REQUESTED' };
  return { by, state: states[word] ?? 'COMMENTED', seen: seen === undefined ? null : Number(seen) };
});

const FeatureStep = z.strictObject({
  feature: z.string(),
  ...Acted,
  from: z.string().default('develop'),
  into: z.string().default('develop'),
  how: z.enum(['merge', 'squash', 'rebase', 'open']).default('merge'),
  /** Of the pull request. */
  title: z.string(),
  description: z.string().default(''),
  draft: z.boolean().default(false),
  commits: z.array(BranchCommit),
  reviews: z.array(Review).default([]),
  merged: z.exactOptional(Moment),
  mergedBy: z.exactOptional(z.string()),
  checks: Checks,
});
export type FeatureStep = z.infer<typeof FeatureStep>;

const CommitStep = z.strictObject({
  commit: z.string(),
  ...Acted,
  on: z.string().default('develop'),
  body: z.exactOptional(z.string()),
  touch: Touched,
  checks: Checks,
});
export type CommitStep = z.infer<typeof CommitStep>;

const MergeStep = z.strictObject({
  merge: z.string(),
  ...Acted,
  into: z.string(),
  title: z.exactOptional(z.string()),
  /** Environment that gets the result a quarter of an hour later. */
  deploy: z.exactOptional(z.string()),
  checks: Checks,
});
export type MergeStep = z.infer<typeof MergeStep>;

const PickStep = z.strictObject({
  pick: z.string(),
  ...Acted,
  on: z.string(),
  /** Whether the message says `(cherry picked from commit …)`. */
  says: z.boolean().default(false),
  deploy: z.exactOptional(z.string()),
  checks: Checks,
});
export type PickStep = z.infer<typeof PickStep>;

const RevertStep = z.strictObject({
  revert: z.string(),
  ...Acted,
  on: z.string().default('develop'),
  checks: Checks,
});
export type RevertStep = z.infer<typeof RevertStep>;

const DeployStep = z.strictObject({
  deploy: z.string(),
  to: z.string(),
  at: Moment,
  by: z.string().default('ci[bot]'),
  states: z.array(z.string()).default(['in_progress', 'success']),
});
export type DeployStep = z.infer<typeof DeployStep>;

const BranchStep = z.strictObject({ branch: z.string(), from: z.string(), at: Moment });
const TagStep = z.strictObject({ tag: z.string(), on: z.string(), at: Moment });

/** `01-12 09:40 bo | Title | path path`: a commit on develop, for short. */
const CommitEntry = z.preprocess((entry) => {
  if (typeof entry !== 'string') return entry;
  const [, at, by, commit, paths = ''] =
    /^(\d\d-\d\d \d\d:\d\d) (\S+) \| (.*?)(?: \| (.*))?$/.exec(entry) ?? [];
  return { commit, at, by, touch: paths.split(' ').filter(Boolean) };
}, CommitStep);

export const Step = z.union([
  CommitEntry,
  FeatureStep,
  MergeStep,
  PickStep,
  RevertStep,
  DeployStep,
  BranchStep,
  TagStep,
]);
export type Step = z.infer<typeof Step>;

/** What happened in one repository; the order of the steps is that of their moments. */
export const RepositoryStory = z.strictObject({
  name: z.string(),
  host: z.enum(['github', 'gitlab']).default('github'),
  /** The owner on GitHub, the group with its subgroups on GitLab. */
  group: z.string().default('acme'),
  defaultBranch: z.string().default('main'),
  /** Tiers that somebody set for environments of GitLab; it guesses the others by their names. */
  tiers: z.record(z.string(), z.string()).default({}),
  /** Checks that run on every push. */
  checks: z.array(z.string()),
  steps: z.array(Step),
});
export type RepositoryStory = z.infer<typeof RepositoryStory>;
