import { z } from 'zod';

const PROJECT_KEY = /^[A-Z][A-Z0-9_]+$/;

export const SiteProject = z.strictObject({
  id: z.string().min(1),
  key: z.string().regex(PROJECT_KEY, 'is not a project key: capital letters and digits, like PAY'),
  name: z.string().min(1),
});
export type SiteProject = z.infer<typeof SiteProject>;

/**
 * An account: `projects` are those it may browse (all when absent), `leads` those it administers, `roles` the
 * project roles that it has, by project.
 */
export const SiteUser = z.strictObject({
  accountId: z.string().min(1),
  displayName: z.string().min(1),
  projects: z.exactOptional(z.array(z.string())),
  admin: z.boolean().default(false),
  leads: z.array(z.string()).default([]),
  roles: z.exactOptional(z.record(z.string(), z.array(z.string().min(1)))),
});
export type SiteUser = z.infer<typeof SiteUser>;

const Named = z.looseObject({ name: z.string().min(1) });
const Linked = z.looseObject({ key: z.string() });

/** Only these fields decide something here; every other is answered as it was written. */
const SiteFields = z.looseObject({
  summary: z.string(),
  issuetype: z.exactOptional(Named),
  status: z.exactOptional(Named),
  labels: z.exactOptional(z.array(z.string())),
  fixVersions: z.exactOptional(z.array(z.looseObject({ id: z.string() }))),
  parent: z.exactOptional(Linked.nullable()),
  subtasks: z.exactOptional(z.array(Linked)),
  issuelinks: z.exactOptional(
    z.array(
      z.looseObject({
        type: Named,
        inwardIssue: z.exactOptional(Linked),
        outwardIssue: z.exactOptional(Linked),
      }),
    ),
  ),
});

const SiteHistory = z.looseObject({
  id: z.string(),
  created: z.string(),
  items: z.array(
    z.looseObject({
      field: z.string(),
      fromString: z.string().nullish(),
      toString: z.string().nullish(),
    }),
  ),
});
export type SiteHistory = z.infer<typeof SiteHistory>;

/** An issue in the shape of Jira's REST API v3, of which a site may leave out what it does not care about. */
export const SiteIssue = z.looseObject({
  id: z.string().min(1),
  key: z.string().regex(/^[A-Z][A-Z0-9_]+-[1-9]\d*$/, 'is not an issue key like PAY-12'),
  fields: SiteFields,
  changelog: z.exactOptional(z.looseObject({ histories: z.array(SiteHistory) })),
});
export type SiteIssue = z.infer<typeof SiteIssue>;

/** A fix version in the shape of Jira's REST API v3. */
export const SiteVersion = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  projectId: z.union([z.number().int(), z.string().regex(/^\d+$/, 'is not a project id')]),
  description: z.exactOptional(z.string()),
  released: z.boolean().default(false),
  archived: z.boolean().default(false),
  releaseDate: z.exactOptional(z.string()),
  startDate: z.exactOptional(z.string()),
});
export type SiteVersion = z.infer<typeof SiteVersion>;

/** All that a Jira stand-in knows at the start. */
export type JiraSite = {
  projects: SiteProject[];
  users: SiteUser[];
  issues: SiteIssue[];
  versions: SiteVersion[];
};
