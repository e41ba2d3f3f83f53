import type { JiraSite, SiteIssue, SiteProject, SiteVersion } from './site';
import { canBrowse } from './viewer';
import type { Viewer } from './viewer';

/** The clock of the site. */
export type Clock = () => Date;

export type StoredComment = {
  id: string;
  author: string;
  created: string;
  body: unknown;
};

export type StoredAttachment = {
  id: string;
  author: string;
  created: string;
  filename: string;
  mimeType: string;
  text: string;
};

/** What was written since the start; JSON, so that a folder can keep it. */
export type JiraState = {
  /** By the id of the issue. */
  comments: Record<string, StoredComment[]>;
  /** By `issue:<id>` or `project:<id>`, then by property key. */
  properties: Record<string, Record<string, unknown>>;
  /** By the id of the issue. */
  attachments: Record<string, StoredAttachment[]>;
  /** Descriptions of versions that were changed, by id. */
  descriptions: Record<string, string>;
};

/** A name in JQL for what lies at `path`, such as `state.word`, in a property of issues. */
export type IndexedValue = { name: string; propertyKey: string; path: string };

/** The site, where it is, what time it is there, and what apps have it index. */
export type SiteSetup = JiraSite & {
  siteUrl: string;
  clock: Clock;
  indexed?: readonly IndexedValue[];
};

/** The site with what was written to it, and how to find things in it. */
export type Records = SiteSetup & {
  /** When the site was first asked something: the date of issues that name none. */
  startedAt: () => Date;
  state: JiraState;
  /** The issue under its id, key or a former key, if the viewer may browse it. */
  findIssue(viewer: Viewer, idOrKey: string): SiteIssue | undefined;
  listIssues(viewer: Viewer): SiteIssue[];
  findProject(viewer: Viewer, idOrKey: string): SiteProject | undefined;
  listProjects(viewer: Viewer): SiteProject[];
  listVersions(project: SiteProject): SiteVersion[];
};

export const projectKeyOf = (issueKey: string): string =>
  issueKey.slice(0, issueKey.lastIndexOf('-'));

export function createRecords(site: SiteSetup): Records {
  let startedAt: Date | undefined;
  const addresses = addressesOf(site.issues);
  const findIssue: Records['findIssue'] = (viewer, idOrKey) => {
    const issue = addresses.get(idOrKey.toUpperCase());
    return issue && canBrowse(viewer, projectKeyOf(issue.key)) ? issue : undefined;
  };
  const listProjects = (viewer: Viewer): SiteProject[] =>
    site.projects.filter(({ key }) => canBrowse(viewer, key));
  return {
    ...site,
    startedAt: () => (startedAt ??= site.clock()),
    state: { comments: {}, properties: {}, attachments: {}, descriptions: {} },
    findIssue,
    listIssues: (viewer) => site.issues.filter(({ key }) => canBrowse(viewer, projectKeyOf(key))),
    listProjects,
    findProject: (viewer, idOrKey) =>
      listProjects(viewer).find(({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase()),
    listVersions: ({ id }) => site.versions.filter(({ projectId }) => String(projectId) === id),
  };
}

/** Issues by former key, key and id; what an issue is called now wins over what another once was. */
function addressesOf(issues: readonly SiteIssue[]): Map<string, SiteIssue> {
  const former = issues.flatMap((issue) =>
    formerKeys(issue).map((key): [string, SiteIssue] => [key, issue]),
  );
  const current = issues.flatMap((issue): [string, SiteIssue][] => [
    [issue.key, issue],
    [issue.id, issue],
  ]);
  return new Map([...former, ...current]);
}

const formerKeys = ({ changelog }: SiteIssue): string[] =>
  (changelog?.histories ?? [])
    .flatMap(({ items }) => items)
    .flatMap(({ field, fromString }) => (field === 'Key' && fromString ? [fromString] : []));

/** What is wrong between the parts of a site, in sentences; empty when it fits together. */
export function findMisfits({ projects, issues, versions }: JiraSite): string[] {
  const projectKeys = new Set(projects.map(({ key }) => key));
  const projectIds = new Set(projects.map(({ id }) => id));
  const issueKeys = new Set(issues.map(({ key }) => key));
  const versionIds = new Set(versions.map(({ id }) => id));
  const ofIssue = ({ key, fields }: SiteIssue): string[] => [
    ...missing([projectKeyOf(key)], projectKeys, `issue ${key}: there is no project`),
    ...missing(relatedKeys(fields), issueKeys, `issue ${key}: there is no issue`),
    ...missing(
      (fields.fixVersions ?? []).map(({ id }) => id),
      versionIds,
      `issue ${key}: there is no version with the id`,
    ),
  ];
  return [
    ...issues.flatMap(ofIssue),
    ...versions.flatMap(({ name, projectId }) =>
      missing([String(projectId)], projectIds, `version ${name}: there is no project with the id`),
    ),
  ];
}

const missing = (wanted: string[], known: ReadonlySet<string>, words: string): string[] =>
  wanted.filter((one) => !known.has(one)).map((one) => `${words} ${one}`);

function relatedKeys({ parent, subtasks, issuelinks }: SiteIssue['fields']): string[] {
  const links = (issuelinks ?? []).flatMap(({ inwardIssue, outwardIssue }) => [
    inwardIssue,
    outwardIssue,
  ]);
  return [parent, ...(subtasks ?? []), ...links].flatMap((related) => related?.key ?? []);
}
