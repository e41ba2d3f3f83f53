import { z } from 'zod';

/** A list that Jira leaves out or answers as null when it is empty. */
const listOf = <Item extends z.ZodType>(
  item: Item,
): z.ZodPipe<z.ZodOptional<z.ZodNullable<z.ZodArray<Item>>>, z.ZodTransform<z.output<Item>[]>> =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

export const JiraStatus = z.object({
  name: z.string(),
  statusCategory: z.object({ key: z.string() }).nullish(),
});
export type JiraStatus = z.infer<typeof JiraStatus>;

export const JiraRelatedIssue = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.string().nullish(),
    status: JiraStatus.nullish(),
    issuetype: z.object({ name: z.string() }).nullish(),
  }),
});
export type JiraRelatedIssue = z.infer<typeof JiraRelatedIssue>;

export const JiraIssueLink = z.object({
  type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: JiraRelatedIssue.nullish(),
  outwardIssue: JiraRelatedIssue.nullish(),
});
export type JiraIssueLink = z.infer<typeof JiraIssueLink>;

/** `toString` falls back to null because an answer without it would be read as `Object.prototype.toString`. */
export const JiraHistory = z.object({
  id: z.string(),
  created: z.string(),
  author: z.object({ displayName: z.string().nullish() }).nullish(),
  items: listOf(
    z.object({
      field: z.string(),
      fromString: z.string().nullish(),
      toString: z.string().nullish().catch(null),
    }),
  ),
});
export type JiraHistory = z.infer<typeof JiraHistory>;

export const JiraIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    issuetype: z.object({ name: z.string() }),
    status: JiraStatus,
    project: z.object({ key: z.string() }),
    labels: listOf(z.string()),
    fixVersions: listOf(
      z.object({ id: z.string(), name: z.string(), released: z.boolean().nullish() }),
    ),
    parent: JiraRelatedIssue.nullish(),
    subtasks: listOf(JiraRelatedIssue),
    issuelinks: listOf(JiraIssueLink),
  }),
  changelog: z.object({ total: z.number(), histories: z.array(JiraHistory) }),
});
export type JiraIssue = z.infer<typeof JiraIssue>;

export const JiraIssues = z.object({ issues: z.array(JiraIssue) });

export const JiraVersions = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    released: z.boolean().nullish(),
    archived: z.boolean().nullish(),
    releaseDate: z.string().nullish(),
  }),
);

export const JiraFoundKeys = z.object({
  issues: z.array(z.object({ key: z.string() })),
  nextPageToken: z.string().nullish(),
});

export const JiraChangelogPage = z.object({
  values: z.array(JiraHistory),
  isLast: z.boolean(),
});

export const JiraProjectPage = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })),
  isLast: z.boolean(),
});

const JiraGrant = z.object({ havePermission: z.boolean() });

export const JiraPermissions = z.object({ permissions: z.object({ ADMINISTER: JiraGrant }) });

export const JiraProjectPermissions = z.object({
  permissions: z.object({ ADMINISTER_PROJECTS: JiraGrant, ADMINISTER: JiraGrant }),
});

export const JiraRoleNames = z.object({ value: z.array(z.string()) });

/** By the name of the role. */
export const JiraProjectRoles = z.record(z.string(), z.string());

const JiraUser = z.object({
  accountId: z.string(),
  displayName: z.string(),
  accountType: z.string(),
  active: z.boolean(),
});
export type JiraUser = z.output<typeof JiraUser>;
export const JiraUsers = z.array(JiraUser);
export const JiraUserPage = z.object({ values: JiraUsers });

export const JiraAccount = z.object({ accountId: z.string(), displayName: z.string() });
