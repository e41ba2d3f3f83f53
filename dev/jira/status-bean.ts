import type { Records } from './records';
import type { SiteIssue } from './site';

type Bean = Record<string, unknown>;

export const STATUS_CATEGORIES = [
  { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  { id: 3, key: 'done', colorName: 'green', name: 'Done' },
] as const;
type Category = (typeof STATUS_CATEGORIES)[number];

const NEW = /^(?:to do|open|new|backlog|selected for development|reopened)$/i;
const DONE = /^(?:done|closed|resolved|released|cancelled|won't do)$/i;
const DEFAULT_STATUS = { name: 'To Do' };
const DEFAULT_TYPE = { name: 'Task' };

type Named = { name: string; [field: string]: unknown };

export const statusOf = ({ fields }: SiteIssue): Named => fields.status ?? DEFAULT_STATUS;
export const typeOf = ({ fields }: SiteIssue): Named => fields.issuetype ?? DEFAULT_TYPE;

/** The category that the site names, by key; else the one that the status's name suggests. */
export function categoryOf(status: Named): Category {
  const named = status.statusCategory as { key?: unknown } | undefined;
  const key = named?.key ?? guessCategory(status.name);
  const [, inProgress] = STATUS_CATEGORIES;
  return STATUS_CATEGORIES.find((category) => category.key === key) ?? inProgress;
}

function guessCategory(name: string): Category['key'] {
  if (NEW.test(name)) return 'new';
  return DONE.test(name) ? 'done' : 'indeterminate';
}

/** Every status that an issue of the site has, by name. */
export const listStatuses = (records: Records): Bean[] =>
  distinct(records.issues.map(statusOf)).map((status) => toStatus(records, status));

export function toStatus(records: Records, status: Named): Bean {
  const { siteUrl, issues } = records;
  const category = categoryOf(status);
  const id = idOf(status, { issues, read: statusOf, base: 10_000 });
  return {
    description: '',
    iconUrl: `${siteUrl}/images/icons/statuses/generic.png`,
    ...status,
    id,
    self: `${siteUrl}/rest/api/3/status/${id}`,
    statusCategory: {
      self: `${siteUrl}/rest/api/3/statuscategory/${category.id}`,
      ...category,
    },
  };
}

/** Every issue type that an issue of the site has, by name. */
export const listIssueTypes = (records: Records): Bean[] =>
  distinct(records.issues.map(typeOf)).map((type) => toIssueType(records, type));

export function toIssueType(records: Records, type: Named): Bean {
  const { siteUrl, issues } = records;
  const id = idOf(type, { issues, read: typeOf, base: 10_100 });
  const isSubtask = /^sub-?task$/i.test(type.name);
  return {
    description: '',
    iconUrl: `${siteUrl}/images/icons/issuetypes/generic.svg`,
    subtask: isSubtask,
    hierarchyLevel: hierarchyLevel(type.name, isSubtask),
    ...type,
    id,
    self: `${siteUrl}/rest/api/3/issuetype/${id}`,
  };
}

function hierarchyLevel(name: string, isSubtask: boolean): number {
  if (isSubtask) return -1;
  return name === 'Epic' ? 1 : 0;
}

type Kind = {
  issues: readonly SiteIssue[];
  read: (issue: SiteIssue) => Named;
  /** Where ids begin that the site does not name. */
  base: number;
};

/** Ids by name, for the issues of a site: every issue of every answer has two. */
const idsOf = new WeakMap<readonly SiteIssue[], Map<Kind['read'], Map<string, string>>>();

/** The id that the site names; else one by the order of the names, so that it never changes. */
function idOf({ name }: Named, kind: Kind): string {
  const kinds = idsOf.get(kind.issues) ?? new Map<Kind['read'], Map<string, string>>();
  idsOf.set(kind.issues, kinds);
  const known = kinds.get(kind.read)?.get(name);
  if (known !== undefined) return known;
  const ids = readIds(kind);
  kinds.set(kind.read, ids);
  return ids.get(name) ?? String(kind.base - 1);
}

function readIds({ issues, read, base }: Kind): Map<string, string> {
  const all = issues.map(read);
  const named = all.flatMap(({ name, id }) =>
    typeof id === 'string' ? [[name, id] as const] : [],
  );
  return new Map([
    ...distinct(all).map(({ name }, index) => [name, String(base + index)] as const),
    ...named.toReversed(),
  ]);
}

const distinct = (all: Named[]): Named[] =>
  [...new Map(all.map((one) => [one.name, one])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'en'),
  );
