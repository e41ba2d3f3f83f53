import { Projects, Users } from '@gitbeaker/rest';

import type { CodeHost, HostAccount, HostRepository, Page } from '../../ports/code-host';
import { nextPage, pageOf } from './address';
import { listBranches, readHeads } from './branches';
import type { GitLabClient, GitLabOptions } from './client';
import { createClient } from './client';
import { createChecksReader } from './checks';
import { listCommits } from './commits';
import { listDeployments, probeDeployments } from './deployments';
import { DIFFS_PER_QUESTION, listDiffs, readCombined } from './diffs';
import { FILES_PER_QUESTION, readFiles } from './files';
import { toHostRepository } from './map';
import { listPullRequests, probePullRequests } from './merge-requests';
import { GitLabProject, GitLabProjects, GitLabUser } from './schema';
import { readTexts, TEXTS_PER_QUESTION } from './texts';

/**
 * GitLab, on gitlab.com or self-managed, seen through one token.
 *
 * Limits: a call is one request. 5xx and network failures are tried twice more, a rate limit once
 *         more when GitLab asks for at most 5 s; a longer one is an error at once, and no further call
 *         leaves until GitLab takes calls again. Moved projects are followed.
 * Errors: every method throws `ProviderError`: `unauthorized` (401), `forbidden` (403), `not-found`,
 *         `rate-limited` with GitLab's own seconds (or a minute when Forge lets no more calls out),
 *         `unavailable` (5xx, or `null` when nothing answered), `egress-blocked` (Forge refuses the
 *         address), `unexpected-answer` (no GitLab).
 */
export function createGitLab(options: GitLabOptions): CodeHost {
  const client = createClient(options);
  return {
    getAccount: () => getAccount(client),
    listRepositories: (cursor) => listRepositories(client, cursor),
    getRepository: (path) => getRepository(client, path),
    readHeads: (path, ask) => readHeads(client, path, ask),
    listBranches: (path, ask) => listBranches(client, path, ask),
    listCommits: (path, ask) => listCommits(client, path, ask),
    probePullRequests: (path, validator) => probePullRequests(client, path, validator),
    listPullRequests: (path, cursor, since = null) =>
      listPullRequests(client, path, { cursor, since }),
    probeDeployments: (path, validator) => probeDeployments(client, path, validator),
    listDeployments: (path, cursor) => listDeployments(client, path, cursor),
    diffsPerQuestion: DIFFS_PER_QUESTION,
    listDiffs: (path, ask) => listDiffs(client, path, ask),
    readCombined: (path, span) => readCombined(client, path, span),
    filesPerQuestion: FILES_PER_QUESTION,
    readFiles: (path, asks) => readFiles(client, path, asks),
    textsPerQuestion: TEXTS_PER_QUESTION,
    readTexts: (path, wanted) => readTexts(client, path, wanted),
    checksPerQuestion: 50,
    listChecks: createChecksReader(client, options.baseUrl),
  };
}

/**
 * The user whose token it is; of a project's or a group's token the user that GitLab made for it.
 *
 * Source: GET /user, https://docs.gitlab.com/api/users/#get-the-current-user
 */
async function getAccount(client: GitLabClient): Promise<HostAccount> {
  const { value } = await client.get({
    call: (settings) => new Users(settings).showCurrentUser(),
    schema: GitLabUser,
    about: { what: 'the account', path: null },
  });
  return { login: value.username, kind: 'user' };
}

/**
 * Projects that the token's user is a member of, by the last part of their path.
 *
 * Source: GET /projects, https://docs.gitlab.com/api/projects/#list-all-projects
 * Limits: 100 a page.
 */
async function listRepositories(
  client: GitLabClient,
  cursor: string | null,
): Promise<Page<HostRepository>> {
  const { value, headers } = await client.get({
    call: (settings) =>
      new Projects(settings).all({
        membership: true,
        orderBy: 'path',
        sort: 'asc',
        ...pageOf(cursor),
      }),
    schema: GitLabProjects,
    about: { what: 'the list of repositories', path: null },
  });
  return { items: value.map(toHostRepository), next: nextPage(headers) };
}

/**
 * The project as it is now; `path` is the new one after a rename or a transfer.
 *
 * Source: GET /projects/:id, https://docs.gitlab.com/api/projects/#get-a-single-project
 * Limits: a move costs GitLab's redirect, which `fetch` follows.
 * Errors: `not-found` also when it is hidden from the token: GitLab does not tell which.
 */
async function getRepository(client: GitLabClient, path: string): Promise<HostRepository> {
  const { value } = await client.get({
    call: (settings) => new Projects(settings).show(path),
    schema: GitLabProject,
    about: { what: 'the repository page', path },
  });
  return toHostRepository(value);
}
