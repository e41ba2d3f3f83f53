import type { Commit } from '../../domain/commit';
import type { Deployment } from '../../domain/deployment';
import type { PullRequest } from '../../domain/pull-request';
import type {
  CodeHost,
  Conditional,
  HostAccount,
  HostRepository,
  Page,
} from '../../ports/code-host';
import { listBranches, readHeads } from './branches';
import { createChecksReader } from './checks';
import type { GitHubClient } from './client';
import { createClient } from './client';
import { DIFFS_PER_QUESTION, listDiffs, readCombined } from './diffs';
import { FILES_PER_QUESTION, readFiles } from './files';
import { toCommit, toDeployment, toHostRepository, toPage, toPullRequest } from './map';
import type { GitHubOptions } from './octokit';
import { inRoute, nextPage, pageOf, splitPath } from './address';
import { DEPLOYMENTS, PULL_REQUESTS, VIEWER } from './queries';
import {
  GitHubCommits,
  GitHubDeploymentProbe,
  GitHubDeployments,
  GitHubInstallationRepositories,
  GitHubPullRequestProbe,
  GitHubPullRequests,
  GitHubRepositories,
  GitHubRepository,
  GitHubUser,
  GitHubViewer,
} from './schema';
import { readTexts, TEXTS_PER_QUESTION } from './texts';
import { compare, toHeaders } from '../validator';

/**
 * GitHub, or GitHub Enterprise, seen through one connection. An app's first call is preceded by one
 * that trades its key for a token of an hour.
 *
 * Limits: a call is one request. 5xx and network failures are tried twice more, a rate limit once
 *         more when GitHub asks for at most 5 s; a longer one is an error at once, and no further
 *         call leaves until GitHub takes calls again. Renamed repositories are followed.
 * Errors: every method throws `ProviderError`: `unauthorized` (401; an app's key that cannot be read
 *         or is refused), `forbidden` (`sso` when single sign-on is asked for), `not-found`,
 *         `rate-limited` with GitHub's own seconds, `unavailable` (5xx, or `null` when nothing
 *         answered), `egress-blocked` (Forge refuses the address), `unexpected-answer` (no GitHub).
 */
export function createGitHub(options: GitHubOptions): CodeHost {
  const client = createClient(options);
  const isApp = options.auth.kind === 'app';
  return {
    getAccount: () => (isApp ? getApp(client) : getUser(client)),
    listRepositories: (cursor) =>
      isApp ? listInstalled(client, cursor) : listVisible(client, cursor),
    getRepository: (path) => getRepository(client, path),
    readHeads: (path, ask) => readHeads(client, path, ask),
    listBranches: (path, ask) => listBranches(client, path, ask),
    listCommits: (path, ask) => listCommits(client, path, ask),
    probePullRequests: (path, validator) => probePullRequests(client, path, validator),
    listPullRequests: (path, cursor) => listPullRequests(client, path, cursor),
    probeDeployments: (path, validator) => probeDeployments(client, path, validator),
    listDeployments: (path, cursor) => listDeployments(client, path, cursor),
    diffsPerQuestion: DIFFS_PER_QUESTION,
    listDiffs: (path, ask) => listDiffs(client, path, ask),
    readCombined: (path, span) => readCombined(client, path, span),
    filesPerQuestion: FILES_PER_QUESTION,
    readFiles: (path, asks) => readFiles(client, path, asks),
    textsPerQuestion: TEXTS_PER_QUESTION,
    readTexts: (path, wanted) => readTexts(client, path, wanted),
    checksPerQuestion: 100,
    listChecks: createChecksReader(client),
  };
}

/**
 * The user whose token it is.
 *
 * Source: GET /user, https://docs.github.com/rest/users/users#get-the-authenticated-user
 */
async function getUser(client: GitHubClient): Promise<HostAccount> {
  const { value } = await client.get({
    route: 'GET /user',
    parameters: {},
    schema: GitHubUser,
    about: { what: 'the account', path: null },
  });
  return { login: value.login, kind: 'user' };
}

/**
 * The app, by its slug: `viewer` is `slug[bot]`. `GET /user` is closed to an installation's token and `GET /app` would not
 * try the installation; the viewer of GraphQL does both.
 *
 * Source: GraphQL `viewer`, https://docs.github.com/graphql/reference/queries#viewer
 */
async function getApp(client: GitHubClient): Promise<HostAccount> {
  const { viewer } = await client.query({
    text: VIEWER,
    variables: {},
    schema: GitHubViewer,
    about: { what: 'the account', path: null },
  });
  return { login: viewer.login.replace(/\[bot\]$/, ''), kind: 'app' };
}

/**
 * Repositories that the token's user owns, works on or sees through an organisation, by path.
 *
 * Source: GET /user/repos, https://docs.github.com/rest/repos/repos#list-repositories-for-the-authenticated-user
 * Limits: 100 a page. A fine-grained token sees those it was made for.
 */
async function listVisible(
  client: GitHubClient,
  cursor: string | null,
): Promise<Page<HostRepository>> {
  const { value, headers } = await client.get({
    route: 'GET /user/repos',
    parameters: {
      ...pageOf(cursor),
      sort: 'full_name',
      affiliation: 'owner,collaborator,organization_member',
    },
    schema: GitHubRepositories,
    about: { what: 'the list of repositories', path: null },
  });
  return { items: value.map(toHostRepository), next: nextPage(headers) };
}

/**
 * Repositories that the app's installation was given, in GitHub's order.
 *
 * Source: GET /installation/repositories, https://docs.github.com/rest/apps/installations#list-repositories-accessible-to-the-app-installation
 * Limits: 100 a page.
 */
async function listInstalled(
  client: GitHubClient,
  cursor: string | null,
): Promise<Page<HostRepository>> {
  const { value, headers } = await client.get({
    route: 'GET /installation/repositories',
    parameters: pageOf(cursor),
    schema: GitHubInstallationRepositories,
    about: { what: 'the list of repositories', path: null },
  });
  return { items: value.repositories.map(toHostRepository), next: nextPage(headers) };
}

/**
 * The repository as it is now; `path` is the new one after a rename or a transfer.
 *
 * Source: GET /repos/{owner}/{repo}, https://docs.github.com/rest/repos/repos#get-a-repository
 * Limits: a rename costs GitHub's redirect, which `fetch` follows.
 * Errors: `not-found` also when it is hidden from the connection: GitHub does not tell which.
 */
async function getRepository(client: GitHubClient, path: string): Promise<HostRepository> {
  const { value } = await client.get({
    route: 'GET /repos/{owner}/{repo}',
    parameters: inRoute(path),
    schema: GitHubRepository,
    about: { what: 'the repository page', path },
  });
  return toHostRepository(value);
}

/**
 * Commits reachable from `sha`, the newest first; `[]` for an empty repository.
 *
 * Source: GET /repos/{owner}/{repo}/commits, https://docs.github.com/rest/commits/commits#list-commits
 * Limits: 100 a page; a start that is a sha stays put while people push, so pages fit together.
 * Units:  `authoredAt`, `committedAt` are ISO 8601, UTC; the epoch when git cannot read the date.
 * Errors: `not-found` when the repository has no such commit (GitHub: 404 or 422).
 */
async function listCommits(
  client: GitHubClient,
  path: string,
  { sha, cursor }: { sha: string; cursor: string | null },
): Promise<Page<Commit>> {
  const answer = await client.getUnless(409, {
    route: 'GET /repos/{owner}/{repo}/commits',
    parameters: { ...inRoute(path), sha, ...pageOf(cursor) },
    schema: GitHubCommits,
    about: { what: `the commits from ${sha}`, path },
  });
  return answer === null
    ? { items: [], next: null }
    : { items: answer.value.map(toCommit), next: nextPage(answer.headers) };
}

/**
 * Whether any pull request changed: every push, review, merge and edit moves its `updated_at`.
 *
 * Source: GET /repos/{owner}/{repo}/pulls, https://docs.github.com/rest/pulls/pulls#list-pull-requests
 * Units:  `newestUpdatedAt` is ISO 8601, UTC; `null` when there is no pull request.
 */
async function probePullRequests(
  client: GitHubClient,
  path: string,
  validator: string | null,
): Promise<Conditional<{ newestUpdatedAt: string | null }>> {
  const answer = await client.getUnless(304, {
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: {
      ...inRoute(path),
      state: 'all',
      sort: 'updated',
      direction: 'desc',
      per_page: 1,
      headers: toHeaders(validator),
    },
    schema: GitHubPullRequestProbe,
    about: { what: 'the pull requests', path },
  });
  if (answer === null) return { status: 'unchanged' };
  const value = { newestUpdatedAt: answer.value[0]?.updated_at ?? null };
  return compare(validator, answer.value, { value, headers: answer.headers });
}

/**
 * Pull requests of every state, the most recently updated first, with reviews and commits.
 *
 * Source: GraphQL `Repository.pullRequests`, https://docs.github.com/graphql/reference/objects#repository
 * Limits: 50 a page; the first 50 reviews and the oldest 50 commits of each, `reviewCount` and
 *         `commitCount` say how many there are. A full page costs about 26 of GraphQL's points.
 *         Reviews that nobody submitted yet are not there.
 * Units:  instants are ISO 8601, UTC.
 */
async function listPullRequests(
  client: GitHubClient,
  path: string,
  cursor: string | null,
): Promise<Page<PullRequest>> {
  const { repository } = await client.query({
    text: PULL_REQUESTS,
    variables: { ...splitPath(path), after: cursor },
    schema: GitHubPullRequests,
    about: { what: 'the pull requests', path },
  });
  return toPage(repository.pullRequests, toPullRequest);
}

/**
 * Whether any of the newest 100 deployments changed: each new status moves its `updated_at`.
 *
 * Source: GET /repos/{owner}/{repo}/deployments, https://docs.github.com/rest/deployments/deployments#list-deployments
 * Limits: does not see a late status of a deployment older than the newest 100.
 */
async function probeDeployments(
  client: GitHubClient,
  path: string,
  validator: string | null,
): Promise<Conditional<{ count: number }>> {
  const answer = await client.getUnless(304, {
    route: 'GET /repos/{owner}/{repo}/deployments',
    parameters: { ...inRoute(path), per_page: 100, headers: toHeaders(validator) },
    schema: GitHubDeploymentProbe,
    about: { what: 'the deployments', path },
  });
  if (answer === null) return { status: 'unchanged' };
  const value = { count: answer.value.length };
  return compare(validator, answer.value, { value, headers: answer.headers });
}

/**
 * Deployments, the newest first, each with its states in the order they happened.
 *
 * Source: GraphQL `Repository.deployments`, https://docs.github.com/graphql/reference/objects#deployment
 * Limits: 100 a page; up to 20 states of each, the newest among them. `tier` is always `null`: GitHub
 *         has none but a flag for production that GraphQL leaves out. `ref` is `null` once deleted.
 * Units:  instants are ISO 8601, UTC.
 */
async function listDeployments(
  client: GitHubClient,
  path: string,
  cursor: string | null,
): Promise<Page<Deployment>> {
  const { repository } = await client.query({
    text: DEPLOYMENTS,
    variables: { ...splitPath(path), after: cursor },
    schema: GitHubDeployments,
    about: { what: 'the deployments', path },
  });
  return toPage(repository.deployments, toDeployment);
}
