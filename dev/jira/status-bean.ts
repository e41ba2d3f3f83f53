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
  const id = idOf(status, issues.map(statusOf), 10_000);
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
  const id = idOf(type, issues.map(typeOf), 10_100);
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

/** The id that the site names; else one by the order of the names, so that it never changes. */
function idOf(one: Named, all: Named[], base: number): string {
  const named = all.find(({ name, id }) => name === one.name && typeof id === 'string')?.id;
  if (typeof named === 'string') return named;
  return String(base + distinct(all).findIndex(({ name }) => name === one.name));
}

const distinct = (all: Named[]): Named[] =>
  [...new Map(all.map((one) => [one.name, one])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'en'),
  );
