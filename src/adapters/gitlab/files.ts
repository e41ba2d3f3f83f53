import type { BlobAt } from '../../domain/presence/presence-facts';
import { Commits } from '@gitbeaker/rest';

import { inTurns } from '../in-turns';
import type { GitLabClient } from './client';
import { aliasAt, blobsQuery, toVariables } from './queries';
import { GitLabBlobs, GitLabCommit } from './schema';

export type Files = Map<string, BlobAt>;
export type FilesAsk = { sha: string; paths: readonly string[] };

/** A query may be of complexity 250, and each path counts. */
const PATHS_PER_QUERY = 99;
/** There where a commit has submodules. */
const SUBMODULES = '.gitmodules';
const MOST_PATHS = 1000;

/**
 * Files of one commit with their blob ids and modes. GitLab leaves out submodules, so where a commit has
 * some, a path that is not there is not certain.
 *
 * Source: GraphQL `Repository.blobs`, https://docs.gitlab.com/api/graphql/reference/#repositoryblobs;
 *         https://docs.gitlab.com/api/graphql/#limits (complexity)
 * Limits: a call for each 100 paths, and one more when none of the paths is there, for of a commit that
 *         it does not have GitLab lists nothing. `unread` for over 1,000 paths, for a path that may
 *         be a submodule and where GitLab refuses the query. No call for no path.
 * Errors: `not-found` when the project or the commit is missing or hidden.
 */
export async function readFiles(
  client: GitLabClient,
  path: string,
  { sha, paths }: FilesAsk,
): Promise<Files | 'unread'> {
  if (paths.length > MOST_PATHS) return 'unread';
  const answers = await inTurns(asksOf({ sha, paths }), (ask) => readBlobs(client, path, [ask]));
  if (answers.includes(null)) return 'unread';
  const files: Files = new Map(answers.flatMap((answer) => [...(answer?.[0] ?? [])]));
  const isMissingSome = paths.some((name) => !files.has(name));
  if (files.has(SUBMODULES) && isMissingSome) return 'unread';
  if (files.size === 0 && isMissingSome) await getCommit(client, path, sha);
  return new Map(paths.flatMap((name) => entryOf(files, name)));
}

function asksOf({ sha, paths }: FilesAsk): FilesAsk[] {
  const starts = Array.from({ length: Math.ceil(paths.length / PATHS_PER_QUERY) }, (_, at) => at);
  return starts.map((at) => ({
    sha,
    paths: [SUBMODULES, ...paths.slice(at * PATHS_PER_QUERY, (at + 1) * PATHS_PER_QUERY)],
  }));
}

function entryOf(files: Files, name: string): [string, BlobAt][] {
  const file = files.get(name);
  return file ? [[name, file]] : [];
}

async function getCommit(client: GitLabClient, path: string, sha: string): Promise<void> {
  await client.get({
    call: (settings) => new Commits(settings).show(path, sha),
    schema: GitLabCommit,
    about: { what: `commit ${sha}`, path },
  });
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
