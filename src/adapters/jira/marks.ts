import type { IssueMark } from '../../domain/release/issue-mark';
import type { IssueMarker } from '../../ports/issue-marker';
import { ProviderError, type Failure } from '../../ports/provider-error';
import { inTurns } from '../in-turns';
import { isIssueKey } from './issue-address';
import { tell, type JiraFetch } from './request';

/** Named in manifest.yml, which tells Jira to index it. */
const PROPERTY = 'convoy-release';

/** These say something of the one issue; the others that Jira should be asked later. */
const OF_THE_ISSUE: readonly Failure['kind'][] = ['forbidden', 'not-found', 'unexpected-answer'];

/** Marks issues by an issue property, as whoever `fetch` acts for; five at a time. */
export function createIssueMarker({ fetch }: { fetch: JiraFetch }): IssueMarker {
  return {
    async markIssues(changes) {
      const refused = await inTurns([...changes], async ([key, mark]) =>
        (await isRefused(fetch, key, mark)) ? [key] : [],
      );
      return new Set(refused.flat());
    },
  };
}

async function isRefused(fetch: JiraFetch, key: string, mark: IssueMark | null): Promise<boolean> {
  if (!isIssueKey(key)) return true;
  try {
    await (mark ? setProperty(fetch, key, mark) : deleteProperty(fetch, key));
    return false;
  } catch (error) {
    if (error instanceof ProviderError && OF_THE_ISSUE.includes(error.failure.kind)) {
      return mark !== null || error.failure.kind !== 'not-found';
    }
    throw error;
  }
}

/**
 * Sets the property of an issue.
 *
 * Source: PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/
 * Limits: 32,768 characters; 20 writes in 2 s on one issue.
 * Errors: `forbidden` without the permission to edit the issue, `not-found` without the issue; else as `tell`.
 */
function setProperty(
  fetch: JiraFetch,
  issueKey: string,
  { verdict, decision, versionIds }: IssueMark,
): Promise<void> {
  return tell(fetch, {
    path: `/rest/api/3/issue/${encodeURIComponent(issueKey)}/properties/${PROPERTY}`,
    what: `the verdict on ${issueKey}`,
    send: {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ v: 1, verdict, decision, versionIds }),
    },
  });
}

/**
 * Takes the property off an issue.
 *
 * Source: DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}, same page of the documentation
 * Errors: as `setProperty`; `not-found` without the property, too.
 */
function deleteProperty(fetch: JiraFetch, issueKey: string): Promise<void> {
  return tell(fetch, {
    path: `/rest/api/3/issue/${encodeURIComponent(issueKey)}/properties/${PROPERTY}`,
    what: `the verdict on ${issueKey}`,
    send: { method: 'DELETE', headers: {} },
  });
}
