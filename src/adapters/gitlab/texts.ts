import { blobId, type WantedText } from '../../domain/presence/merged-file';
import { inTurns } from '../in-turns';
import type { GitLabClient } from './client';
import { blobsComplexity, inQueries } from './complexity';
import { aliasAt, textsQuery, toVariables } from './queries';
import { GitLabTexts } from './schema';

export const TEXTS_PER_QUESTION = 40;

/** Of each node one field more than of a file: the text, which asks Gitaly. */
const TEXT_COMPLEXITY = 4;

type Ask = { sha: string; paths: string[] };

/**
 * Texts of files, where they stand in a commit. Only what has the blob's id counts: GitLab puts other
 * encodings into UTF-8.
 *
 * Source: GraphQL `RepositoryBlob.rawTextBlob`, https://docs.gitlab.com/api/graphql/reference/#repositoryblob;
 *         https://docs.gitlab.com/api/graphql/#limits
 * Limits: a call for some 100 texts, or for 12 commits with one text each. Where GitLab refuses the query,
 *         no text. No call for no text.
 * Errors: `not-found` when the project is missing or hidden.
 */
export async function readTexts(
  client: GitLabClient,
  path: string,
  wanted: readonly WantedText[],
): Promise<Map<string, string>> {
  const blobs = new Set(wanted.map(({ blob }) => blob));
  const queries = inQueries(
    asksOf(wanted),
    ({ paths }) => blobsComplexity(paths.length) + TEXT_COMPLEXITY,
  );
  const answers = await inTurns(queries, (asks) => readSome(client, path, asks));
  return new Map(
    answers
      .flat()
      .flatMap(({ oid, rawTextBlob: text }): [string, string][] =>
        blobs.has(oid) && typeof text === 'string' && blobId(text, oid) === oid
          ? [[oid, text]]
          : [],
      ),
  );
}

/** Each blob once, by the commits that it is read of. */
function asksOf(wanted: readonly WantedText[]): Ask[] {
  const distinct = new Map(wanted.map((one) => [one.blob, one]));
  const bySha = new Map<string, Set<string>>();
  for (const { sha, path } of distinct.values()) {
    bySha.set(sha, (bySha.get(sha) ?? new Set()).add(path));
  }
  return [...bySha].map(([sha, paths]) => ({ sha, paths: [...paths] }));
}

type Node = { oid: string; rawTextBlob?: string | null | undefined };

async function readSome(client: GitLabClient, path: string, asks: readonly Ask[]): Promise<Node[]> {
  const about = { what: 'texts of files', path };
  const answer = await client.query({
    text: textsQuery(asks.length),
    variables: {
      path,
      ...toVariables(asks.map(({ sha }) => sha)),
      ...Object.fromEntries(asks.map(({ paths }, index) => [`paths${index}`, paths])),
    },
    schema: GitLabTexts,
    about,
  });
  if (answer === null) return [];
  const { project } = answer;
  if (project === null) throw client.missing(about);
  return asks.flatMap((_, index) => project.repository[aliasAt(index)]?.nodes ?? []);
}
