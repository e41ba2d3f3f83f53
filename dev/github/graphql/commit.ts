import type { GitCommit, GitPerson } from '../../git/git-commit';
import type { GitReader } from '../../git/git-reader';
import type { Host } from '../host';
import type { CheckEntry, CommitStatusEntry } from '../hosted-files';
import type { HostedRepository } from '../hosted-repository';
import { findLogin, toId, toNodeId } from '../identity';
import { isStatus, latestBy, timesOf } from '../shapes/check';
import { repositoryPage } from '../shapes/repository';
import type { Json } from '../shapes/user';
import { keyedByPlace, toConnection } from './connection';
import type { PageArgs } from './connection';
import { Refusal } from './refusal';

/** Where a query reads. */
export type Source = {
  host: Host;
  repository: HostedRepository;
  git: GitReader;
  canReadCheckRuns: boolean;
};

/** A person or a bot; a bot's login comes without its suffix here. */
export function toActor({ htmlUrl }: Host, login: string | null): Json | null {
  if (login === null) return null;
  const isBot = login.endsWith('[bot]');
  const id = toId(`user ${login}`);
  return {
    __typename: isBot ? 'Bot' : 'User',
    id: toNodeId(isBot ? 'BOT' : 'U', id),
    databaseId: id,
    login: login.replace(/\[bot\]$/, ''),
    url: `${htmlUrl}/${encodeURIComponent(login)}`,
    avatarUrl: `${htmlUrl}/identicons/${id}.png`,
    name: null,
  };
}

function toGitActor(host: Host, { name, email, date }: GitPerson): Json {
  return { name, email, date, user: toActor(host, findLogin(email)) };
}

function toStatusNode(host: Host, commit: GitCommit, status: CommitStatusEntry): Json {
  return {
    __typename: 'StatusContext',
    id: toNodeId('SC', `${commit.sha}:${status.context}`),
    context: status.context,
    state: status.state.toUpperCase(),
    targetUrl: status.target_url ?? null,
    description: status.description ?? null,
    createdAt: status.created_at ?? commit.committer.date,
    creator: toActor(host, status.creator),
  };
}

function toCheckNode({ host, repository }: Source, commit: GitCommit, check: CheckEntry): Json {
  const id = check.id ?? toId(`check ${repository.id} ${commit.sha} ${check.name}`);
  const page = `${repositoryPage(host, repository)}/runs/${id}`;
  return {
    __typename: 'CheckRun',
    id: toNodeId('CR', id),
    databaseId: id,
    name: check.name,
    status: check.status.toUpperCase(),
    conclusion: check.status === 'completed' ? (check.conclusion ?? 'neutral').toUpperCase() : null,
    url: page,
    detailsUrl: check.details_url ?? page,
    ...timesOf(check, commit),
  };
}

const toContext = (
  source: Source,
  commit: GitCommit,
  entry: CheckEntry | CommitStatusEntry,
): Json =>
  isStatus(entry) ? toStatusNode(source.host, commit, entry) : toCheckNode(source, commit, entry);

const FAILED = ['FAILURE', 'TIMED_OUT', 'CANCELLED', 'ACTION_REQUIRED', 'STARTUP_FAILURE', 'STALE'];

/** One word for all checks: error, failure, then what still runs, else success. */
function rollUp(contexts: readonly Json[]): string {
  const words = contexts.map((one) =>
    String(one.__typename === 'CheckRun' ? (one.conclusion ?? 'PENDING') : one.state),
  );
  if (words.includes('ERROR')) return 'ERROR';
  if (words.some((word) => FAILED.includes(word))) return 'FAILURE';
  return words.some((word) => word === 'PENDING' || word === 'EXPECTED') ? 'PENDING' : 'SUCCESS';
}

async function listLatest(
  source: Source,
  commit: GitCommit,
): Promise<(CheckEntry | CommitStatusEntry)[]> {
  const entries = (await source.repository.files.checks())[commit.sha] ?? [];
  return latestBy(entries, (entry) => (isStatus(entry) ? `status ${entry.context}` : entry.name));
}

/**
 * A check run that the caller may not read is `null` in the list, with an error at its place; the
 * word for all of them and the commit statuses are there.
 *
 * Source: https://github.com/cli/cli/issues/12597
 */
const orRefusal = ({ canReadCheckRuns }: Source, context: Json): Json | Refusal =>
  context.__typename === 'CheckRun' && !canReadCheckRuns
    ? new Refusal('FORBIDDEN', 'Resource not accessible by personal access token', {
        extensions: { saml_failure: false },
      })
    : context;

async function readRollup(source: Source, commit: GitCommit): Promise<Json | null> {
  const latest = await listLatest(source, commit);
  if (latest.length === 0) return null;
  const contexts = latest.map((entry) => toContext(source, commit, entry));
  return {
    __typename: 'StatusCheckRollup',
    id: toNodeId('SCR', commit.sha),
    state: rollUp(contexts),
    contexts: (args: PageArgs) =>
      toConnection(keyedByPlace(contexts), args, (context) => orRefusal(source, context)),
  };
}

async function readStatus(source: Source, commit: GitCommit): Promise<Json | null> {
  const statuses = (await listLatest(source, commit)).filter(isStatus);
  if (statuses.length === 0) return null;
  const contexts = statuses.map((status) => toStatusNode(source.host, commit, status));
  return {
    __typename: 'Status',
    id: toNodeId('S', commit.sha),
    state: rollUp(contexts),
    contexts,
  };
}

async function listParents(source: Source, commit: GitCommit, args: PageArgs): Promise<unknown> {
  const parents = await source.git.commits(commit.parents);
  return toConnection(keyedByPlace(parents), args, (parent) => toCommitNode(source, parent));
}

export function toCommitNode(source: Source, commit: GitCommit): Json {
  const { host, repository } = source;
  const [headline = '', ...rest] = commit.message.split('\n');
  const url = `${repositoryPage(host, repository)}/commit/${commit.sha}`;
  return {
    __typename: 'Commit',
    id: toNodeId('C', `${repository.id}:${commit.sha}`),
    oid: commit.sha,
    abbreviatedOid: commit.sha.slice(0, 7),
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').trimStart(),
    author: toGitActor(host, commit.author),
    committer: toGitActor(host, commit.committer),
    authoredDate: commit.author.date,
    committedDate: commit.committer.date,
    url,
    commitUrl: url,
    tree: { __typename: 'Tree', oid: commit.tree },
    parents: (args: PageArgs) => listParents(source, commit, args),
    status: () => readStatus(source, commit),
    statusCheckRollup: () => readRollup(source, commit),
  };
}

/** The commit of a sha; `null` when git does not have it. */
export async function findCommitNode(
  source: Source,
  sha: string | null | undefined,
): Promise<Json | null> {
  const [commit] = sha ? await source.git.commits([sha]) : [];
  return commit ? toCommitNode(source, commit) : null;
}
