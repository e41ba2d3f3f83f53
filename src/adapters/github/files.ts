import type { BlobAt } from '../../domain/presence/presence-facts';
import { inRoute, splitPath } from './address';
import type { GitHubClient } from './client';
import { aliasAt, foldersQuery, toVariables } from './queries';
import { GitHubFolders, GitHubTree } from './schema';

type Files = Map<string, BlobAt>;
type FilesAsk = { sha: string; paths: readonly string[] };

const MOST_FOLDERS = 100;

/**
 * Files of one commit with their blob ids and modes, submodules too. A tree that GitHub cuts is asked
 * for by the folders of the wanted files.
 *
 * Source: GET /repos/{owner}/{repo}/git/trees/{tree_sha}?recursive=1, https://docs.github.com/rest/git/trees#get-a-tree;
 *         GraphQL `Tree.entries`, https://docs.github.com/graphql/reference/objects#tree
 * Limits: one call; two when the tree has over 100,000 entries or 7 MB. `unread` when the files then
 *         lie in over 100 folders. No call for no path.
 * Units:  modes are git's, `100644`.
 * Errors: `not-found` when the repository or the commit is missing or hidden.
 */
export async function readFiles(
  client: GitHubClient,
  path: string,
  { sha, paths }: FilesAsk,
): Promise<Files | 'unread'> {
  if (paths.length === 0) return new Map();
  const { value } = await client.get({
    route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    parameters: { ...inRoute(path), tree_sha: sha, recursive: '1' },
    schema: GitHubTree,
    about: { what: `the files of ${sha}`, path },
  });
  if (value.truncated) return readFolders(client, path, { sha, paths });
  const wanted = new Set(paths);
  return new Map(
    value.tree
      .filter((entry) => entry.type !== 'tree' && wanted.has(entry.path))
      .map((entry) => [entry.path, { blob: entry.sha, mode: entry.mode }]),
  );
}

async function readFolders(
  client: GitHubClient,
  path: string,
  { sha, paths }: FilesAsk,
): Promise<Files | 'unread'> {
  const folders = [...new Set(paths.map(folderOf))];
  if (folders.length > MOST_FOLDERS) return 'unread';
  const { repository } = await client.query({
    text: foldersQuery(folders.length),
    variables: {
      ...splitPath(path),
      ...toVariables(folders.map((folder) => `${sha}:${folder.slice(0, -1)}`)),
    },
    schema: GitHubFolders,
    about: { what: `the files of ${sha}`, path },
  });
  const wanted = new Set(paths);
  const entries = folders.flatMap((folder, index) =>
    (repository[aliasAt(index)]?.entries ?? []).map((entry) => ({
      ...entry,
      path: folder + entry.name,
    })),
  );
  return new Map(
    entries
      .filter((entry) => entry.type !== 'tree' && wanted.has(entry.path))
      .map((entry) => [entry.path, { blob: entry.oid, mode: toMode(entry.mode) }]),
  );
}

/** With a slash at its end; empty at the root. */
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

const toMode = (mode: number): string => mode.toString(8).padStart(6, '0');
