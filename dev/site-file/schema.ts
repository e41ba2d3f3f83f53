import { z } from 'zod';

import { SiteProject, SiteUser } from '../jira/site';

const FilePath = z.string().min(1);
const Instant = z.iso.datetime({ offset: true, error: 'is not an instant: 2026-05-04T09:00:00Z' });

const RepositoryEntry = z.strictObject({
  path: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'is not a repository path like acme/payments-api'),
  git: FilePath,
  pulls: z.exactOptional(FilePath),
  deployments: z.exactOptional(FilePath),
  checks: z.exactOptional(FilePath),
  isPrivate: z.exactOptional(z.boolean()),
});

const HostEntry = z.strictObject({
  provider: z.enum(['github', 'gitlab'], 'is neither github nor gitlab'),
  host: z.url({ protocol: /^https?$/, error: 'is not an address like https://api.github.com' }),
  token: z.string().min(1),
  isFineGrained: z.exactOptional(z.boolean()),
  rateLimit: z.exactOptional(z.number().int().positive()),
  latencyMs: z.number().int().nonnegative().default(0),
  repositories: z.array(RepositoryEntry).default([]),
});

const FaultStatus = z
  .number()
  .int()
  .refine(
    (status) => status === 0 || (status >= 200 && status <= 599),
    'is neither an HTTP status from 200 to 599 nor 0 (no network)',
  );

export const Fault = z.strictObject({
  match: z
    .string()
    .regex(
      /^(?:[A-Z]+|\*) \S+$/,
      'is not a method and an address: GET https://api.github.com/repos/*',
    ),
  nth: z.exactOptional(z.number().int().positive()),
  times: z.exactOptional(z.number().int().positive()),
  status: FaultStatus,
  body: z.exactOptional(z.unknown()),
  headers: z.record(z.string(), z.string()).default({}),
});

/**
 * What goes wrong: calls that match `METHOD address` (`*` stands for anything, a query may be left
 * out) are answered with `status`, or not at all when it is 0. `nth` is the first matching call
 * that fails, `times` how many do: one when `nth` is given, else every one.
 */
export type Fault = z.infer<typeof Fault>;

const Version = z.strictObject({ projectKey: z.string(), version: z.string() });
const about = {
  by: z.string().min(1),
  release: Version.extend({ also: z.exactOptional(z.array(Version)) }),
};

/** What somebody did on the release page: signed what there is, waived a gate, ticked an item of a checklist. */
const Act = z.discriminatedUnion('kind', [
  z.strictObject({
    ...about,
    kind: z.literal('sign-off'),
    role: z.string(),
    note: z.exactOptional(z.string()),
  }),
  z.strictObject({
    ...about,
    kind: z.literal('waiver'),
    gate: z.string(),
    reason: z.string(),
    expiresAt: Instant,
  }),
  z.strictObject({ ...about, kind: z.literal('tick'), item: z.string(), issueKey: z.string() }),
]);
export type SiteAct = z.infer<typeof Act>;

/** `site.yaml` as it is written, before the files that it names are read. */
export const SiteEntry = z.strictObject({
  name: z.string().min(1),
  now: z.exactOptional(Instant),
  jira: z
    .strictObject({
      projects: z.array(SiteProject),
      users: z.array(SiteUser).min(1, 'is empty: a site needs at least one user'),
      issues: FilePath,
      versions: z.exactOptional(FilePath),
    })
    .superRefine(checkJira),
  hosts: z.array(HostEntry).default([]),
  settings: z.exactOptional(FilePath),
  /** What people did by the time the site is opened, in order. */
  acts: z.array(Act).default([]),
  faults: z.array(Fault).default([]),
});
export type SiteEntry = z.infer<typeof SiteEntry>;

type JiraEntry = { projects: SiteProject[]; users: SiteUser[] };
type Report = (path: (string | number)[], message: string) => void;

function checkJira(jira: JiraEntry, context: z.RefinementCtx): void {
  const report: Report = (path, message) => {
    context.addIssue({ code: 'custom', path, message });
  };
  checkDistinct(
    jira.projects.map(({ key }) => key),
    (index, value) => {
      report(['projects', index, 'key'], `is a second project ${value}`);
    },
  );
  checkDistinct(
    jira.users.map(({ accountId }) => accountId),
    (index, value) => {
      report(['users', index, 'accountId'], `is a second user ${value}`);
    },
  );
  jira.users.forEach((user, index) => {
    checkProjectKeys(jira, user, (path, message) => {
      report(['users', index, ...path], message);
    });
  });
}

function checkDistinct(values: string[], report: (index: number, value: string) => void): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) !== index) report(index, value);
  });
}

function checkProjectKeys({ projects }: JiraEntry, user: SiteUser, report: Report): void {
  const known = new Set(projects.map(({ key }) => key));
  for (const field of ['projects', 'leads'] as const) {
    (user[field] ?? []).forEach((key, index) => {
      if (!known.has(key)) report([field, index], `names ${key}, which is not under jira.projects`);
    });
  }
  for (const key of Object.keys(user.roles ?? {})) {
    if (!known.has(key)) report(['roles', key], 'is not under jira.projects');
  }
}
