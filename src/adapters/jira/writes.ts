import { z } from 'zod';

import type { IssueWriter, TextFile } from '../../ports/issue-writer';
import { ProviderError } from '../../ports/provider-error';
import { isIssueKey } from './issue-address';
import { ask, type JiraFetch } from './request';

/** Nothing of the answer is read. */
const Anything = z.unknown();
const Version = z.object({ description: z.string().nullish() });

/** What is written into Jira, as whoever `fetch` acts for. */
export function createJiraWriter({ fetch }: { fetch: JiraFetch }): IssueWriter {
  return {
    attachFile: (issueKey, file) => attachFile(fetch, issueKey, file),
    addComment: (issueKey, body) => addComment(fetch, issueKey, body),
    getVersionDescription: (versionId) => getVersionDescription(fetch, versionId),
    setVersionDescription: (versionId, text) => setVersionDescription(fetch, versionId, text),
  };
}

/**
 * Adds a file to an issue.
 *
 * Source: POST /rest/api/3/issue/{issueIdOrKey}/attachments, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-attachments/
 * Limits: one file a call; Jira answers 413 above the size that its administrator set.
 * Errors: `not-found` for what is no issue key; else as `ask`.
 */
async function attachFile(fetch: JiraFetch, issueKey: string, file: TextFile): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([file.text], { type: file.mediaType }), file.fileName);
  const encoded = new Response(form);
  await ask(fetch, {
    path: `/rest/api/3/issue/${keyOf(issueKey)}/attachments`,
    ...{ what: `attachments of ${issueKey}`, verb: 'change', schema: Anything },
    send: {
      method: 'POST',
      headers: {
        'content-type': encoded.headers.get('content-type') ?? '',
        'X-Atlassian-Token': 'no-check',
      },
      body: await encoded.text(),
    },
  });
}

/**
 * Adds a comment to an issue.
 *
 * Source: POST /rest/api/3/issue/{issueIdOrKey}/comment, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-comments/
 * Limits: 32,767 characters.
 * Errors: `not-found` for what is no issue key; else as `ask`.
 */
async function addComment(
  fetch: JiraFetch,
  issueKey: string,
  body: Parameters<IssueWriter['addComment']>[1],
): Promise<void> {
  await ask(fetch, {
    path: `/rest/api/3/issue/${keyOf(issueKey)}/comment`,
    ...{ what: `comments of ${issueKey}`, verb: 'change', schema: Anything, body: { body } },
  });
}

/**
 * What people wrote about a version.
 *
 * Source: GET /rest/api/3/version/{id}, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/
 * Errors: as `ask`.
 */
async function getVersionDescription(fetch: JiraFetch, versionId: string): Promise<string> {
  const { description } = await ask(fetch, {
    path: `/rest/api/3/version/${encodeURIComponent(versionId)}`,
    ...{ what: `version ${versionId}`, schema: Version },
  });
  return description ?? '';
}

/**
 * Replaces the description of a version, and nothing else of it.
 *
 * Source: PUT /rest/api/3/version/{id}, https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-versions/
 * Limits: 16,384 characters.
 * Errors: as `ask`; Jira answers 400 or 404 to who does not administer the project.
 */
async function setVersionDescription(
  fetch: JiraFetch,
  versionId: string,
  description: string,
): Promise<void> {
  await ask(fetch, {
    path: `/rest/api/3/version/${encodeURIComponent(versionId)}`,
    what: `version ${versionId} of a project that you administer`,
    ...{ verb: 'change', schema: Anything },
    send: {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ description }),
    },
  });
}

function keyOf(issueKey: string): string {
  if (isIssueKey(issueKey)) return encodeURIComponent(issueKey);
  const message = `Jira has no issue ${JSON.stringify(issueKey)}: that is no issue key. Write one like PAY-12.`;
  throw new ProviderError({ kind: 'not-found' }, message);
}
