import { Commits } from '@gitbeaker/rest';

import type { BlobAt } from '../../domain/presence/presence-facts';
import type { FilesAsk, FoundFiles } from '../../ports/code-host';
import { inTurns } from '../in-turns';
import type { GitLabClient } from './client';
import { blobsComplexity, inQueries } from './complexity';
import { aliasAt, blobsQuery, commitsQuery, toVariables } from './queries';
import { GitLabBlobs, GitLabCommit, GitLabCommitShas } from './schema';

export type Files = Map<string, BlobAt>;

/** Seven calls where one file of each commit is wanted. */
export const FILES_PER_QUESTION = 100;

const PATHS_PER_ASK = 99;
const COMMITS_PER_QUERY = 50;
/** There where a commit has submodules. */
const SUBMODULES = '.gitmodules';
const MOST_PATHS = 1000;

/**
 * Files of commits with their blob ids and modes, as many commits in one call as GitLab lets. It leaves
 * out submodules, so where a commit has some, a path that is not there is not certain.
 *
 * Source: GraphQL `Repository.blobs`, https://docs.gitlab.com/api/graphql/reference/#repositoryblobs;
 *         https://docs.gitlab.com/api/graphql/#limits
 * Limits: a call for each 99 paths of one commit, or for 15 commits with one path each (`complexity.ts`).
 *         Of a commit that it does not have GitLab lists nothing: one call more for each 50 commits none
 *         of whose paths is there. A query that GitLab refuses is asked in halves. `unread` for over
 *         1,000 paths of one commit, for a path that may be a submodule, and where GitLab refuses one
 *         commit alone. No call for no path.
 * Errors: `not-found` when the project is missing or hidden. A commit that it does not have is absent.
 */
export async function readFiles(
  client: GitLabClient,
  path: string,
  asks: readonly FilesAsk[],
): Promise<FoundFiles> {
  const askable = asks.filter(({ paths }) => paths.length <= MOST_PATHS);
  const found = await readParts(client, path, askable.flatMap(toParts));
  const listed = new Map(askable.map((ask) => [ask.sha, filesOf(ask, found)]));
  const doubtful = askable.filter(
    ({ sha, paths }) => paths.length > 0 && isNothing(listed.get(sha)),
  );
  const known = await findCommits(
    client,
    path,
    doubtful.map(({ sha }) => sha),
  );
  const missing = new Set(doubtful.map(({ sha }) => sha).filter((sha) => !known.has(sha)));
  return new Map(
    asks
      .filter(({ sha }) => !missing.has(sha))
      .map(({ sha }) => [sha, listed.get(sha) ?? 'unread']),
  );
}

const isNothing = (files: Files | 'unread' | undefined): boolean =>
  files instanceof Map && files.size === 0;

/** Each asks for the list of submodules besides. */
function toParts({ sha, paths }: FilesAsk): FilesAsk[] {
  const starts = Array.from({ length: Math.ceil(paths.length / PATHS_PER_ASK) }, (_, at) => at);
  return starts.map((at) => ({
    sha,
    paths: [SUBMODULES, ...paths.slice(at * PATHS_PER_ASK, (at + 1) * PATHS_PER_ASK)],
  }));
}

type Part = { sha: string; files: Files | 'unread' };

async function readParts(
  client: GitLabClient,
  path: string,
  parts: readonly FilesAsk[],
): Promise<Part[]> {
  const queries = inQueries(parts, ({ paths }) => blobsComplexity(paths.length));
  const answers = await inTurns(queries, (some) => readQuery(client, path, some));
  return answers.flat();
}

/** What GitLab refuses together it may give in smaller parts, if it gives any. */
async function readQuery(
  client: GitLabClient,
  path: string,
  parts: readonly FilesAsk[],
): Promise<Part[]> {
  const answer = await readBlobs(client, path, parts);
  if (answer !== null) return parts.map(({ sha }, at) => ({ sha, files: answer[at] ?? 'unread' }));
  const unread = parts.map(({ sha }): Part => ({ sha, files: 'unread' }));
  if (parts.length === 1) return unread;
  const first = await readQuery(client, path, parts.slice(0, 1));
  if (first.some(({ files }) => files === 'unread')) return unread;
  const half = Math.ceil((parts.length + 1) / 2);
  const rest = [parts.slice(1, half), parts.slice(half)].filter((some) => some.length > 0);
  const answers = await inTurns(rest, (some) => readQuery(client, path, some));
  return [...first, ...answers.flat()];
}

/** The wanted files of one commit, out of all its parts. */
function filesOf({ sha, paths }: FilesAsk, found: readonly Part[]): Files | 'unread' {
  const parts = found.filter((part) => part.sha === sha).map(({ files }) => files);
  const listed: Files = new Map(parts.flatMap((files) => (files === 'unread' ? [] : [...files])));
  const isMissingSome = paths.some((name) => !listed.has(name));
  if (parts.includes('unread') || (listed.has(SUBMODULES) && isMissingSome)) return 'unread';
  return new Map(paths.flatMap((name) => entryOf(listed, name)));
}

function entryOf(files: Files, name: string): [string, BlobAt][] {
  const file = files.get(name);
  return file ? [[name, file]] : [];
}

/** Those of the commits that are there. */
async function findCommits(
  client: GitLabClient,
  path: string,
  shas: readonly string[],
): Promise<Set<string>> {
  const starts = Array.from({ length: Math.ceil(shas.length / COMMITS_PER_QUERY) }, (_, at) => at);
  const found = await inTurns(starts, (at) =>
    findSome(client, path, shas.slice(at * COMMITS_PER_QUERY, (at + 1) * COMMITS_PER_QUERY)),
  );
  return new Set(found.flat());
}

/** A GitLab of before 17.10 does not know the question, and is asked for each commit. */
async function findSome(
  client: GitLabClient,
  path: string,
  shas: readonly string[],
): Promise<string[]> {
  const answer = await client.query({
    text: commitsQuery(shas.length),
    variables: { path, ...toVariables(shas) },
    schema: GitLabCommitShas,
    about: { what: 'commits', path },
  });
  if (answer !== null) return shas.filter((_, at) => answer.project?.repository[aliasAt(at)]);
  const single = await inTurns(shas, (sha) => findCommit(client, path, sha));
  return shas.filter((_, at) => single[at]);
}

async function findCommit(client: GitLabClient, path: string, sha: string): Promise<boolean> {
  const answer = await client.getUnless(404, {
    call: (settings) => new Commits(settings).show(path, sha),
    schema: GitLabCommit,
    about: { what: `commit ${sha}`, path },
  });
  return answer !== null;
}

/** For each ask its files, in one call; `null` when GitLab refuses the query. */
export async function readBlobs(
  client: GitLabClient,
  path: string,
  asks: readonly FilesAsk[],
): Promise<Files[] | null> {
  const about = { what: `files of ${asks[0]?.sha ?? ''}`, path };
  const paths = asks.map((ask, index) => [`paths${index}`, ask.paths] as const);
  const answer = await client.query({
    text: blobsQuery(asks.length),
    variables: { path, ...toVariables(asks.map(({ sha }) => sha)), ...Object.fromEntries(paths) },
    schema: GitLabBlobs,
    about,
  });
  if (answer === null) return null;
  const { project } = answer;
  if (project === null) throw client.missing(about);
  return asks.map((_, index) => {
    const nodes = project.repository[aliasAt(index)]?.nodes ?? [];
    return new Map(nodes.map((one) => [one.path, { blob: one.oid, mode: one.mode ?? null }]));
  });
}
