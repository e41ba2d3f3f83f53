import type { FilesAsk, FoundFiles } from '../../ports/code-host';
import type { BlobAt } from '../../domain/presence/presence-facts';
import { inTurns } from '../in-turns';
import { inRoute, splitPath } from './address';
import type { GitHubClient } from './client';
import { aliasAt, foldersQuery, toVariables } from './queries';
import { GitHubFolders, GitHubTree } from './schema';

/** Files of several commits that one question asks for at most. */
export const FILES_PER_QUESTION = 100;

/** Folders, and commits, that one query names. */
const PLACES_PER_QUERY = 200;
/** Folders of one commit that are worth more calls. */
const MOST_FOLDERS = 100;

/**
 * Files with their blob ids and modes, submodules too: of one commit in its tree, or by the folders of
 * the wanted files when GitHub cuts that; of several commits by the folders of all.
 *
 * Source: GET /repos/{owner}/{repo}/git/trees/{tree_sha}?recursive=1, https://docs.github.com/rest/git/trees#get-a-tree;
 *         GraphQL `Tree.entries`, https://docs.github.com/graphql/reference/objects#tree
 * Limits: one call for one commit; two when its tree has over 100,000 entries or 7 MB, or when there is
 *         no such commit; `unread` when the files then lie in over 100 folders. A call for each 200
 *         commits and folders when there are several commits. No call for no path.
 * Units:  modes are git's, `100644`.
 * Errors: `not-found` when the repository is missing or hidden. A commit that it does not have is absent.
 */
export async function readFiles(
  client: GitHubClient,
  path: string,
  asks: readonly FilesAsk[],
): Promise<FoundFiles> {
  const wanted = asks.filter(({ paths }) => paths.length > 0);
  const [only] = wanted;
  if (only === undefined) return withNothing(asks);
  const found =
    wanted.length === 1 ? await readTree(client, path, only) : await readMany(client, path, wanted);
  return new Map([...withNothing(asks), ...found]);
}

const withNothing = (asks: readonly FilesAsk[]): FoundFiles =>
  new Map(asks.filter(({ paths }) => paths.length === 0).map(({ sha }) => [sha, new Map()]));

async function readTree(client: GitHubClient, path: string, ask: FilesAsk): Promise<FoundFiles> {
  const answer = await client.getUnless(404, {
    route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    parameters: { ...inRoute(path), tree_sha: ask.sha, recursive: '1' },
    schema: GitHubTree,
    about: { what: `the files of ${ask.sha}`, path },
  });
  if (answer === null) return readMany(client, path, [ask]);
  const { truncated, tree } = answer.value;
  if (!truncated) return new Map([[ask.sha, only(ask, tree.map(toEntry))]]);
  const isTooMany = foldersOf(ask.paths).length > MOST_FOLDERS;
  return isTooMany ? new Map([[ask.sha, 'unread']]) : readMany(client, path, [ask]);
}

const toEntry = ({ sha, ...entry }: GitHubTree['tree'][number]): Entry => ({ ...entry, blob: sha });

/** `null` asks whether the commit is there at all. */
type Place = { sha: string; folder: string | null };
type Entry = BlobAt & { path: string; type: string };
type Found = Place & { entries: Entry[] };

async function readMany(
  client: GitHubClient,
  path: string,
  asks: readonly FilesAsk[],
): Promise<FoundFiles> {
  const places = asks.flatMap(({ sha, paths }) => [
    { sha, folder: null },
    ...foldersOf(paths).map((folder) => ({ sha, folder })),
  ]);
  const starts = Array.from({ length: Math.ceil(places.length / PLACES_PER_QUERY) }, (_, at) => at);
  const answers = await inTurns(starts, (at) =>
    readPlaces(client, path, places.slice(at * PLACES_PER_QUERY, (at + 1) * PLACES_PER_QUERY)),
  );
  return new Map(asks.flatMap((ask) => filesIn(ask, answers.flat())));
}

function filesIn(ask: FilesAsk, found: readonly Found[]): [string, Map<string, BlobAt>][] {
  const places = found.filter(({ sha }) => sha === ask.sha);
  const isThere = places.some(({ folder }) => folder === null);
  return isThere
    ? [
        [
          ask.sha,
          only(
            ask,
            places.flatMap(({ entries }) => entries),
          ),
        ],
      ]
    : [];
}

/** The places that are there, with what is in them. */
async function readPlaces(
  client: GitHubClient,
  path: string,
  places: readonly Place[],
): Promise<Found[]> {
  const { repository } = await client.query({
    text: foldersQuery(places.length),
    variables: { ...splitPath(path), ...toVariables(places.map(toExpression)) },
    schema: GitHubFolders,
    about: { what: `files of ${places[0]?.sha ?? ''}`, path },
  });
  return places.flatMap((place, index) => {
    const answer = repository[aliasAt(index)];
    const entries = (answer?.entries ?? []).map(({ name, type, oid, mode }) => ({
      path: `${place.folder ?? ''}${name}`,
      type,
      blob: oid,
      mode: toMode(mode),
    }));
    return answer ? [{ ...place, entries }] : [];
  });
}

const toExpression = ({ sha, folder }: Place): string =>
  folder === null ? sha : `${sha}:${folder.slice(0, -1)}`;

function only({ paths }: FilesAsk, entries: readonly Entry[]): Map<string, BlobAt> {
  const wanted = new Set(paths);
  return new Map(
    entries
      .filter((entry) => entry.type !== 'tree' && wanted.has(entry.path))
      .map(({ path, blob, mode }) => [path, { blob, mode }]),
  );
}

const foldersOf = (paths: readonly string[]): string[] => [...new Set(paths.map(folderOf))];

/** With a slash at its end; empty at the root. */
const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

const toMode = (mode: number): string => mode.toString(8).padStart(6, '0');
