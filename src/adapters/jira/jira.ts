import type { z } from 'zod';

import { inTurns } from '../in-turns';
import type { Issue, IssueTracker, JiraProject, JiraVersion } from '../../ports/issue-tracker';
import { ProviderError } from '../../ports/provider-error';
import { isIssueKey } from './issue-address';
import { toIssue } from './map';
import { findPeople, namePeople } from './people';
import { ask } from './request';
import type { JiraFetch, Question } from './request';
import { listOwnRoles, listProjectRoles } from './roles';
import {
  JiraAccount,
  JiraChangelogPage,
  JiraIssue,
  JiraIssues,
  JiraPermissions,
  JiraProjectPage,
  JiraProjectPermissions,
  JiraVersions,
} from './schema';
import type { JiraHistory } from './schema';
import { listChangedIssues, listIssuesOfVersion, searchKeys } from './search';

const PAGE_SIZE = 100;
const FIELDS = [
  'summary',
  'issuetype',
  'status',
  'project',
  'labels',
  'fixVersions',
  'parent',
  'subtasks',
  'issuelinks',
];

type Page<Item> = z.ZodType<{ values: Item[]; isLast: boolean }>;

/** Jira Cloud as whoever `fetch` acts for may see it. */
export function createJira({ fetch }: { fetch: JiraFetch }): IssueTracker {
  return {
    getIssue: (key) => getIssue(fetch, key),
    findIssues: (keys) => findIssues(fetch, keys),
    listVersions: (projectKey) => listVersions(fetch, projectKey),
    listIssuesOfVersion: (versionId) => listIssuesOfVersion(fetch, versionId),
    searchKeys: (jql) => searchKeys(fetch, jql, 'the issues of a query'),
    listChangedIssues: (projectKeys, minutes) => listChangedIssues(fetch, projectKeys, minutes),
    isAdministrator: () => isAdministrator(fetch),
    isProjectAdministrator: (projectKey) => isProjectAdministrator(fetch, projectKey),
    listOwnRoles: (projectKey) => listOwnRoles(fetch, projectKey),
    listProjectRoles: (projectKey) => listProjectRoles(fetch, projectKey),
    listProjects: () => listProjects(fetch),
    getViewer: () => getViewer(fetch),
    findPeople: (words) => findPeople(fetch, words),
    namePeople: (accountIds) => namePeople(fetch, accountIds),
  };
}

/**
 * One issue with its links, versions and whole history; a former key finds it where it is now.
 *
 * Source: GET /rest/api/3/issue/{issueIdOrKey}?expand=changelog, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
 * Limits: Jira embeds the newest 100 changes; when there are more, every page of the changelog is read.
 *         Links, parent and sub-tasks that the viewer may not browse are left out by Jira, unsaid.
 * Units:  `history[].at` is ISO 8601, UTC.
 * Errors: `not-found` when it does not exist, is hidden from the viewer or is no key at all; else as `ask`.
 */
async function getIssue(fetch: JiraFetch, key: string): Promise<Issue> {
  if (!isIssueKey(key)) throw notAnIssueKey(key);
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}`;
  const query = new URLSearchParams({ fields: FIELDS.join(','), expand: 'changelog' });
  const what = `issue ${key}`;
  const issue = await ask(fetch, { path: `${path}?${query.toString()}`, what, schema: JiraIssue });
  return withHistory(fetch, issue);
}

async function withHistory(fetch: JiraFetch, issue: JiraIssue): Promise<Issue> {
  const { histories, total } = issue.changelog;
  if (total <= histories.length) return toIssue(issue, histories);
  const all = await listHistories(fetch, issue.id);
  if (all.length < total) throw cutAfter(`the history of issue ${issue.id}`, all.length);
  return toIssue(issue, all);
}

/**
 * Many issues at once, as `getIssue` gives one; those that do not exist or are hidden are left out.
 *
 * Source: POST /rest/api/3/issue/bulkfetch, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
 * Limits: 100 issues a call, five calls at a time. What is no issue key is not asked for. No call for no key.
 * Errors: as `ask`.
 */
async function findIssues(fetch: JiraFetch, keys: readonly string[]): Promise<Issue[]> {
  const wanted = [...new Set(keys)].filter((key) => isIssueKey(key));
  const pages = Array.from({ length: Math.ceil(wanted.length / PAGE_SIZE) }, (_, page) =>
    wanted.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE),
  );
  const found = await inTurns(pages, (page) => findPage(fetch, page));
  return [...new Map(found.flat().map((issue) => [issue.key, issue])).values()];
}

async function findPage(fetch: JiraFetch, issueIdsOrKeys: readonly string[]): Promise<Issue[]> {
  const { issues } = await ask(fetch, {
    path: '/rest/api/3/issue/bulkfetch',
    what: 'related issues',
    schema: JiraIssues,
    body: { issueIdsOrKeys, fields: FIELDS, expand: ['changelog'] },
  });
  const found: Issue[] = [];
  for (const issue of issues) found.push(await withHistory(fetch, issue));
  return found;
}

/**
 * Versions of a project.
 *
 * Source: GET /rest/api/3/project/{projectIdOrKey}/versions, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/
 * Limits: one call; Jira gives all of them.
 * Errors: `not-found` when the project does not exist or is hidden from the viewer; else as `ask`.
 */
async function listVersions(fetch: JiraFetch, projectKey: string): Promise<JiraVersion[]> {
  const versions = await ask(fetch, {
    path: `/rest/api/3/project/${encodeURIComponent(projectKey)}/versions`,
    what: `the versions of ${projectKey}`,
    schema: JiraVersions,
  });
  return versions.map(({ id, name, released, archived, releaseDate }) => ({
    id,
    name,
    isReleased: released ?? false,
    isArchived: archived ?? false,
    releaseDate: releaseDate ?? null,
  }));
}

const notAnIssueKey = (key: string): ProviderError =>
  new ProviderError(
    { kind: 'not-found' },
    `Jira has no issue ${JSON.stringify(key)}: that is no issue key. Write one like PAY-12.`,
  );

/**
 * Every change of an issue.
 *
 * Source: GET /rest/api/3/issue/{issueIdOrKey}/changelog, same page of the documentation
 * Limits: reads every page of 100.
 * Errors: as `listAll`.
 */
function listHistories(fetch: JiraFetch, issueId: string): Promise<JiraHistory[]> {
  return listAll(fetch, {
    path: `/rest/api/3/issue/${encodeURIComponent(issueId)}/changelog`,
    what: `the history of issue ${issueId}`,
    schema: JiraChangelogPage,
  });
}

/**
 * Whether the viewer has the global permission `ADMINISTER`.
 *
 * Source: GET /rest/api/3/mypermissions, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
 * Errors: as `ask`.
 */
async function isAdministrator(fetch: JiraFetch): Promise<boolean> {
  const { permissions } = await ask(fetch, {
    path: '/rest/api/3/mypermissions?permissions=ADMINISTER',
    what: 'your permissions',
    schema: JiraPermissions,
  });
  return permissions.ADMINISTER.havePermission;
}

/**
 * Whether the viewer has the permission `ADMINISTER_PROJECTS` on a project, or the global one `ADMINISTER`.
 *
 * Source: GET /rest/api/3/mypermissions, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/
 * Errors: `not-found` when the project does not exist or is hidden from the viewer; else as `ask`.
 */
async function isProjectAdministrator(fetch: JiraFetch, projectKey: string): Promise<boolean> {
  const query = new URLSearchParams({ projectKey, permissions: 'ADMINISTER_PROJECTS,ADMINISTER' });
  const { permissions } = await ask(fetch, {
    path: `/rest/api/3/mypermissions?${query.toString()}`,
    what: `your permissions on ${projectKey}`,
    schema: JiraProjectPermissions,
  });
  const { ADMINISTER_PROJECTS: ofProject, ADMINISTER: ofJira } = permissions;
  return ofProject.havePermission || ofJira.havePermission;
}

/**
 * Projects that the viewer may browse, by key.
 *
 * Source: GET /rest/api/3/project/search?orderBy=key, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/
 * Limits: reads every page of 100.
 * Errors: as `listAll`.
 */
function listProjects(fetch: JiraFetch): Promise<JiraProject[]> {
  return listAll(fetch, {
    path: '/rest/api/3/project/search',
    query: { orderBy: 'key' },
    what: 'the list of projects',
    schema: JiraProjectPage,
  });
}

/**
 * The account that asks.
 *
 * Source: GET /rest/api/3/myself, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/
 * Errors: as `ask`.
 */
function getViewer(fetch: JiraFetch): ReturnType<IssueTracker['getViewer']> {
  return ask(fetch, { path: '/rest/api/3/myself', what: 'your account', schema: JiraAccount });
}

/**
 * All items of an answer in pages.
 *
 * Limits: reads every page of 100, one after the other.
 * Errors: `unexpected-answer` on an empty page that was announced, for a short list would look whole; else as `ask`.
 */
async function listAll<Item>(
  fetch: JiraFetch,
  { path, what, schema, query }: Question<Page<Item>> & { query?: Record<string, string> },
): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const range = { ...query, startAt: String(items.length), maxResults: String(PAGE_SIZE) };
    const page = await ask(fetch, {
      path: `${path}?${new URLSearchParams(range).toString()}`,
      what,
      schema,
    });
    const isAnnounced = items.length > 0 || !page.isLast;
    if (page.values.length === 0 && isAnnounced) throw cutAfter(what, items.length);
    items.push(...page.values);
    if (page.isLast) return items;
  }
}

const cutAfter = (what: string, count: number): ProviderError =>
  new ProviderError(
    { kind: 'unexpected-answer' },
    `Jira cut ${what} after ${count}. Reload; if it stays, report it to the maintainers of this app.`,
  );
