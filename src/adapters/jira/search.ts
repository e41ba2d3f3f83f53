import type { z } from 'zod';

import { ask, type JiraFetch } from './request';
import { JiraFoundKeys } from './schema';

/** Jira gives as many as it wants to at once, and at most so many where only keys are asked for. */
const KEYS_A_PAGE = 5000;

/**
 * Keys of the issues that a query finds, in its order.
 *
 * Source: GET /rest/api/3/search/jql, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/
 * Limits: reads every page of up to 5,000. What changed in the last seconds may be found a little later.
 * Errors: as `ask`; Jira answers 400 to a query that it cannot read.
 */
export async function searchKeys(fetch: JiraFetch, jql: string, what: string): Promise<string[]> {
  const keys: string[] = [];
  let token: string | null = null;
  do {
    const query = new URLSearchParams({
      ...{ jql, fields: 'key', maxResults: String(KEYS_A_PAGE) },
      ...(token !== null && { nextPageToken: token }),
    });
    const page: z.output<typeof JiraFoundKeys> = await ask(fetch, {
      path: `/rest/api/3/search/jql?${query.toString()}`,
      what,
      schema: JiraFoundKeys,
    });
    keys.push(...page.issues.map(({ key }) => key));
    token = page.nextPageToken ?? null;
  } while (token !== null);
  return keys;
}

/** Keys of the issues of a version, as `searchKeys` finds them. */
export const listIssuesOfVersion = (fetch: JiraFetch, versionId: string): Promise<string[]> =>
  searchKeys(fetch, `fixVersion = ${versionId} ORDER BY key`, 'the issues of a version');

/**
 * Keys of the issues of projects that changed in the last minutes, as `searchKeys` finds them.
 *
 * Source: https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ (Updated)
 * Limits: JQL reads instants in the time zone of whoever asks, and to the minute; a time span is the same everywhere.
 */
export async function listChangedIssues(
  fetch: JiraFetch,
  projectKeys: readonly string[],
  minutes: number,
): Promise<string[]> {
  if (projectKeys.length === 0) return [];
  const projects = projectKeys.map((key) => JSON.stringify(key)).join(', ');
  const jql = `project in (${projects}) AND updated >= "-${Math.ceil(minutes)}m" ORDER BY key`;
  return searchKeys(fetch, jql, 'the issues that changed');
}
