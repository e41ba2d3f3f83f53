import type { Commit } from '../../domain/commit';
import type { ChangedPath } from '../../domain/presence/diff-fact';
import type { BlobAt } from '../../domain/presence/presence-facts';
import { inRoute } from './address';
import type { GitHubClient } from './client';
import { statusOf } from './client';
import { GitHubTree } from './schema';

type Files = ReadonlyMap<string, BlobAt>;

/**
 * What became of each file of a commit whose diff GitHub does not give, by the trees of the commit and
 * of its parent; `null` when a tree is cut or gone. A file that only moved is one taken away and one
 * made anew.
 *
 * Source: GET /repos/{owner}/{repo}/git/trees/{tree_sha}?recursive=1, https://docs.github.com/rest/git/trees#get-a-tree
 * Limits: two calls, one for a commit without parent. GitHub cuts trees of over 100,000 entries or 7 MB.
 * Errors: as `createGitHub`.
 */
export async function readChangedFiles(
  client: GitHubClient,
  path: string,
  { sha, parents: [parent] }: Pick<Commit, 'sha' | 'parents'>,
): Promise<ChangedPath[] | null> {
  const after = await readAllFiles(client, path, sha);
  const before = after && (parent === undefined ? NONE : await readAllFiles(client, path, parent));
  return before && changesBetween(before, after);
}

const NONE: Files = new Map();

async function readAllFiles(
  client: GitHubClient,
  path: string,
  sha: string,
): Promise<Files | null> {
  try {
    const { value } = await client.get({
      route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
      parameters: { ...inRoute(path), tree_sha: sha, recursive: '1' },
      schema: GitHubTree,
      about: { what: `the files of ${sha}`, path },
    });
    if (value.truncated) return null;
    const files = value.tree.filter(({ type }) => type !== 'tree');
    return new Map(files.map((file) => [file.path, { blob: file.sha, mode: file.mode }]));
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

function changesBetween(before: Files, after: Files): ChangedPath[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths
    .filter((path) => !isSame(before.get(path), after.get(path)))
    .map((path) => ({
      path,
      before: before.get(path)?.blob ?? null,
      after: after.get(path)?.blob ?? null,
      mode: after.get(path)?.mode ?? null,
    }));
}

const isSame = (one: BlobAt | undefined, other: BlobAt | undefined): boolean =>
  one?.blob === other?.blob && one?.mode === other?.mode;
