import { toAttachment } from './attachment-bean';
import { toJiraInstant } from './answers';
import { toEmbeddedChangelog } from './changelog-bean';
import { linksByIssue, listLinkTypes } from './link-types';
import type { Link, LinkTypeBean } from './link-types';
import { toFixVersion, toProject } from './project-bean';
import { projectKeyOf } from './records';
import type { Records } from './records';
import type { SiteIssue } from './site';
import { statusOf, toIssueType, toStatus, typeOf } from './status-bean';
import type { Viewer } from './viewer';

type Bean = Record<string, unknown>;

/** What a call wants of an issue. */
type IssueAsk = { fields: string[]; properties: string[]; withChangelog: boolean };

export type IssueBeans = {
  toIssue(viewer: Viewer, issue: SiteIssue, ask: IssueAsk): Bean;
};

/** Issues in Jira's shape, with all that a site may leave out; what the viewer may not browse is left out. */
export function createIssueBeans(records: Records): IssueBeans {
  const links = linksByIssue(records.issues);
  const types = new Map(
    listLinkTypes(records.issues, records.siteUrl).map((type) => [type.name, type]),
  );
  const related = createRelated(records, (link) => types.get(link.type));
  const relatedFields: Readonly<Record<string, (viewer: Viewer, issue: SiteIssue) => Bean>> = {
    issuelinks: (viewer, { key }) => ({
      issuelinks: (links.get(key) ?? []).flatMap((link) => related.toLink(viewer, link)),
    }),
    subtasks: (viewer, issue) => ({
      subtasks: subtaskKeys(records, issue).flatMap((key) => related.toIssue(viewer, key)),
    }),
    parent: (viewer, issue) => toParent(related.toIssue(viewer, issue.fields.parent?.key)),
  };
  const toFields = (viewer: Viewer, issue: SiteIssue, isAsked: FieldTest): Bean => ({
    ...pick(toOwnFields(records, issue), isAsked),
    ...Object.fromEntries(
      Object.entries(relatedFields)
        .filter(([name]) => isAsked(name))
        .flatMap(([, fieldsOf]) => Object.entries(fieldsOf(viewer, issue))),
    ),
  });
  return {
    toIssue: (viewer, issue, ask) => ({
      expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
      id: issue.id,
      self: selfOf(records, issue),
      key: issue.key,
      fields: isKeysOnly(ask) ? {} : toFields(viewer, issue, fieldTest(ask.fields)),
      ...(ask.properties.length > 0 && { properties: pickProperties(records, issue, ask) }),
      ...(ask.withChangelog && { changelog: toEmbeddedChangelog(records, issue) }),
    }),
  };
}

const selfOf = ({ siteUrl }: Records, { id }: SiteIssue): string =>
  `${siteUrl}/rest/api/3/issue/${id}`;

function toOwnFields(records: Records, issue: SiteIssue): Bean {
  const { fields, key } = issue;
  const project = records.projects.find((one) => one.key === projectKeyOf(key));
  const startedAt = toJiraInstant(records.startedAt());
  return {
    created: startedAt,
    updated: startedAt,
    description: null,
    assignee: null,
    resolution: null,
    labels: [],
    components: [],
    ...fields,
    parent: undefined,
    project: project && toProject(records, project),
    issuetype: toIssueType(records, typeOf(issue)),
    status: toStatus(records, statusOf(issue)),
    attachment: (records.state.attachments[issue.id] ?? []).map((one) =>
      toAttachment(records, one),
    ),
    fixVersions: (fields.fixVersions ?? []).map((version) => toFixVersion(records, version)),
  };
}

const toParent = ([parent]: Bean[]): Bean => (parent ? { parent } : {});

/** Sub-tasks that the issue names, and those that name it as their parent. */
function subtaskKeys({ issues }: Records, { key, fields }: SiteIssue): string[] {
  const named = (fields.subtasks ?? []).map((subtask) => subtask.key);
  const naming = issues
    .filter((issue) => issue.fields.parent?.key === key && /^sub-?task$/i.test(typeOf(issue).name))
    .map((issue) => issue.key);
  return [...new Set([...named, ...naming])];
}

/** Issues as others name them; `[]` when the viewer may not browse them. */
function createRelated(
  records: Records,
  typeOfLink: (link: Link) => LinkTypeBean | undefined,
): {
  toIssue(viewer: Viewer, key: string | undefined): Bean[];
  toLink(viewer: Viewer, link: Link): Bean[];
} {
  const toIssue = (viewer: Viewer, key: string | undefined): Bean[] => {
    const issue = key === undefined ? undefined : records.findIssue(viewer, key);
    if (!issue) return [];
    const fields = {
      summary: issue.fields.summary,
      status: toStatus(records, statusOf(issue)),
      issuetype: toIssueType(records, typeOf(issue)),
    };
    return [{ id: issue.id, key: issue.key, self: selfOf(records, issue), fields }];
  };
  return {
    toIssue,
    toLink: (viewer, link) =>
      toIssue(viewer, link.key).map((issue) => ({
        id: link.id,
        self: `${records.siteUrl}/rest/api/3/issueLink/${link.id}`,
        type: typeOfLink(link),
        [link.end]: issue,
      })),
  };
}

/** Nothing that is among an issue's fields: these two stand beside them. */
const isKeysOnly = ({ fields }: Pick<IssueAsk, 'fields'>): boolean =>
  fields.length > 0 && fields.every((field) => field === 'id' || field === 'key');

type FieldTest = (name: string) => boolean;

/** `*all`, `*navigable`, names, and `-name` to leave one out; all when nothing is named. */
function fieldTest(asked: readonly string[]): FieldTest {
  const left = new Set(asked.flatMap((name) => (name.startsWith('-') ? name.slice(1) : [])));
  const named = asked.filter((name) => !name.startsWith('-'));
  const isAll = named.length === 0 || named.includes('*all') || named.includes('*navigable');
  return (name) => (isAll || named.includes(name)) && !left.has(name);
}

const pick = (fields: Bean, isAsked: FieldTest): Bean =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => isAsked(name)));

function pickProperties({ state }: Records, { id }: SiteIssue, { properties }: IssueAsk): Bean {
  const written = state.properties[`issue:${id}`] ?? {};
  const isAll = properties.includes('*all');
  return Object.fromEntries(
    Object.entries(written).filter(([key]) => isAll || properties.includes(key)),
  );
}
