import type { Issue, IssueLink, RelatedIssue, StatusChange } from '../../ports/issue-tracker';
import type { JiraHistory, JiraIssue, JiraIssueLink, JiraRelatedIssue, JiraStatus } from './schema';

type Category = Issue['status']['category'];

const CATEGORIES = new Map<string, Category>([
  ['new', 'new'],
  ['indeterminate', 'in-progress'],
  ['done', 'done'],
]);

/** An issue in our words; `histories` is its whole changelog, in any order. */
export function toIssue({ id, key, fields }: JiraIssue, histories: JiraHistory[]): Issue {
  const oldestFirst = histories
    .map((history) => ({ ...history, at: toInstant(history.created) }))
    .sort((one, other) => compareText(one.at, other.at) || compareIds(one.id, other.id));
  return {
    id,
    key,
    projectKey: fields.project.key,
    summary: fields.summary,
    issueType: fields.issuetype.name,
    status: toStatus(fields.status),
    labels: fields.labels,
    fixVersions: fields.fixVersions.map((version) => ({
      id: version.id,
      name: version.name,
      isReleased: version.released ?? false,
    })),
    parent: fields.parent ? toRelatedIssue(fields.parent) : null,
    subtasks: fields.subtasks.map(toRelatedIssue),
    links: fields.issuelinks.flatMap(toLinks),
    history: oldestFirst.flatMap(toStatusChanges),
    formerKeys: toFormerKeys(key, oldestFirst),
  };
}

/** Jira writes `2026-05-04T09:00:00.000+0200`; ours is ISO 8601, UTC. */
function toInstant(created: string): string {
  const instant = new Date(created);
  return Number.isNaN(instant.getTime()) ? created : instant.toISOString();
}

const toStatus = ({ name, statusCategory }: JiraStatus): Issue['status'] => ({
  name,
  category: CATEGORIES.get(statusCategory?.key ?? '') ?? 'unknown',
});

const toRelatedIssue = ({ key, fields }: JiraRelatedIssue): RelatedIssue => ({
  key,
  summary: fields.summary ?? '',
  issueType: fields.issuetype?.name ?? null,
  status: toStatus(fields.status ?? { name: 'unknown' }),
});

/** Jira answers a link from the side of the issue that was asked for: one of both ends is there. */
function toLinks({ type, inwardIssue, outwardIssue }: JiraIssueLink): IssueLink[] {
  const links: IssueLink[] = [];
  if (inwardIssue) {
    links.push({
      type: type.name,
      direction: 'inward',
      label: type.inward,
      issue: toRelatedIssue(inwardIssue),
    });
  }
  if (outwardIssue) {
    links.push({
      type: type.name,
      direction: 'outward',
      label: type.outward,
      issue: toRelatedIssue(outwardIssue),
    });
  }
  return links;
}

const toStatusChanges = ({ at, author, items }: JiraHistory & { at: string }): StatusChange[] =>
  items
    .filter(({ field }) => field === 'status')
    .map((item) => ({
      at,
      by: author?.displayName ?? null,
      from: item.fromString ?? '',
      to: item.toString ?? '',
    }));

/** A move writes an item `Key` with the old and the new key; the oldest key comes first. */
function toFormerKeys(key: string, histories: JiraHistory[]): string[] {
  const keys = histories
    .flatMap(({ items }) => items)
    .filter(({ field }) => field === 'Key')
    .flatMap(({ fromString }) => (fromString ? [fromString.toUpperCase()] : []));
  return [...new Set(keys)].filter((former) => former !== key);
}

const compareText = (one: string, other: string): number =>
  one === other ? 0 : one < other ? -1 : 1;

const compareIds = (one: string, other: string): number =>
  one.length - other.length || compareText(one, other);
