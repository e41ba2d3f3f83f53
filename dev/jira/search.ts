import { Refusal } from './answers';
import { parseJql } from './jql';
import type { Clause, Comparison, Order, Since } from './jql';
import { projectKeyOf } from './records';
import type { Records } from './records';
import type { SiteIssue } from './site';
import { propertyFields } from './property-fields';
import { categoryOf, statusOf, STATUS_CATEGORIES, typeOf } from './status-bean';
import type { Viewer } from './viewer';

type Field = {
  /** What an issue has there, in every way that a query may name it. */
  read: (issue: SiteIssue) => string[][];
  /** What a query may ask for: any text, a value that exists, or an issue under any of its keys. */
  asks: 'text' | 'value' | 'issue';
};
type Search = { records: Records; viewer: Viewer; fields: ReadonlyMap<string, Field> };

/** The issues that the viewer may browse and a query asks for, in its order, by key else. */
export function searchIssues(records: Records, viewer: Viewer, jql: string): SiteIssue[] {
  const { where, order } = parseJql(jql);
  if (!where) {
    throw new Refusal(
      400,
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const search = { records, viewer, fields: createFields(records) };
  const isMatch = toPredicate(search, where);
  return records
    .listIssues(viewer)
    .filter(isMatch)
    .sort(toComparer(records, [...order, { field: 'key', isDescending: false }]));
}

function createFields(records: Records): ReadonlyMap<string, Field> {
  const versionName = (id: string): string =>
    records.versions.find((version) => version.id === id)?.name ?? id;
  const project = (issue: SiteIssue): string[][] => {
    const found = records.projects.find(({ key }) => key === projectKeyOf(issue.key));
    return found ? [[found.key, found.id, found.name]] : [];
  };
  const key = ({ key: name }: SiteIssue): string[][] => [[name]];
  const fields: [string, Field][] = [
    ['project', { read: project, asks: 'value' }],
    ['key', { read: key, asks: 'issue' }],
    ['issuekey', { read: key, asks: 'issue' }],
    [
      'fixversion',
      {
        read: ({ fields: { fixVersions = [] } }) =>
          fixVersions.map(({ id }) => [id, versionName(id)]),
        asks: 'value',
      },
    ],
    ['status', { read: (issue) => [[statusOf(issue).name]], asks: 'value' }],
    ['statuscategory', { read: readCategory, asks: 'value' }],
    ['issuetype', { read: (issue) => [[typeOf(issue).name]], asks: 'value' }],
    ['labels', { read: ({ fields: { labels = [] } }) => labels.map((one) => [one]), asks: 'text' }],
    ...propertyFields(records).map(({ name, read }): [string, Field] => [
      name,
      { read, asks: 'text' },
    ]),
    ['parent', { read: ({ fields: { parent } }) => (parent ? [[parent.key]] : []), asks: 'issue' }],
  ];
  return new Map(fields);
}

function readCategory(issue: SiteIssue): string[][] {
  const { name, key, id } = categoryOf(statusOf(issue));
  return [[name, key, String(id)]];
}

function toPredicate(search: Search, clause: Clause): (issue: SiteIssue) => boolean {
  if (clause.kind === 'comparison') return compare(search, clause);
  if (clause.kind === 'since') return isSince(search, clause);
  const parts = clause.clauses.map((part) => toPredicate(search, part));
  return clause.kind === 'and'
    ? (issue) => parts.every((part) => part(issue))
    : (issue) => parts.some((part) => part(issue));
}

function isSince({ records }: Search, { field, minutes }: Since): (issue: SiteIssue) => boolean {
  const at = instantIn(records, field);
  if (!at) throw new Refusal(400, `Field '${field}' is no instant for this stand-in.`);
  const earliest = records.clock().getTime() - minutes * 60_000;
  return (issue) => at(issue) >= earliest;
}

/** As in Jira, `!=` and `not in` leave out issues whose field is empty. */
function compare(
  search: Search,
  { field, isNegated, values }: Comparison,
): (issue: SiteIssue) => boolean {
  const known = search.fields.get(field);
  if (!known) {
    throw new Refusal(
      400,
      `Field '${field}' does not exist, or this stand-in does not answer queries for it.`,
    );
  }
  const wanted = new Set(values.map((value) => resolveValue(search, field, value).toLowerCase()));
  return (issue) => {
    const has = known.read(issue);
    const isThere = has.flat().some((value) => wanted.has(value.toLowerCase()));
    return isNegated ? has.length > 0 && !isThere : isThere;
  };
}

/** Jira refuses a value that does not exist, or that the viewer may not see, without telling which. */
function resolveValue(search: Search, field: string, value: string): string {
  switch (search.fields.get(field)?.asks) {
    case 'issue':
      return resolveKey(search, field, value);
    case 'value':
      if (isKnown(search, field, value)) return value;
      throw new Refusal(400, `The value '${value}' does not exist for the field '${field}'.`);
    case 'text':
    case undefined:
      return value;
  }
}

function resolveKey({ records, viewer }: Search, field: string, value: string): string {
  const issue = records.findIssue(viewer, value);
  if (issue) return issue.key;
  throw new Refusal(400, `An issue with key '${value}' does not exist for field '${field}'.`);
}

function isKnown(search: Search, field: string, value: string): boolean {
  const { records, viewer, fields } = search;
  const has = (one: string): boolean => one.toLowerCase() === value.toLowerCase();
  return (
    isListed(search, field, value) ||
    records.listIssues(viewer).some((issue) => fields.get(field)?.read(issue).flat().some(has))
  );
}

/** Values that exist although no issue has them. */
function isListed({ records, viewer }: Search, field: string, value: string): boolean {
  const lists: Record<string, () => string[]> = {
    project: () => records.listProjects(viewer).flatMap(({ id, key, name }) => [id, key, name]),
    fixversion: () =>
      records
        .listProjects(viewer)
        .flatMap((project) => records.listVersions(project))
        .flatMap(({ id, name }) => [id, name]),
    statuscategory: () => STATUS_CATEGORIES.flatMap(({ id, key, name }) => [String(id), key, name]),
  };
  return (lists[field]?.() ?? []).some((one) => one.toLowerCase() === value.toLowerCase());
}

function toComparer(
  records: Records,
  order: Order[],
): (one: SiteIssue, other: SiteIssue) => number {
  const steps = order.map(({ field, isDescending }) => {
    const step = orderBy(records, field);
    return (one: SiteIssue, other: SiteIssue) => step(one, other) * (isDescending ? -1 : 1);
  });
  return (one, other) => steps.reduce((decided, step) => decided || step(one, other), 0);
}

function orderBy(records: Records, field: string): (one: SiteIssue, other: SiteIssue) => number {
  if (field === 'key' || field === 'issuekey') return compareKeys;
  const at = instantIn(records, field);
  if (at) return (one, other) => at(one) - at(other);
  throw new Refusal(
    400,
    `This stand-in does not order by '${field}': use key, created or updated.`,
  );
}

function instantIn(
  { startedAt }: Records,
  field: string,
): ((issue: SiteIssue) => number) | undefined {
  if (field !== 'created' && field !== 'updated') return undefined;
  return ({ fields }) => {
    const value = fields[field];
    return typeof value === 'string' ? Date.parse(value) : startedAt().getTime();
  };
}

function compareKeys({ key: one }: SiteIssue, { key: other }: SiteIssue): number {
  return (
    projectKeyOf(one).localeCompare(projectKeyOf(other), 'en') ||
    Number(one.slice(one.lastIndexOf('-') + 1)) - Number(other.slice(other.lastIndexOf('-') + 1))
  );
}
