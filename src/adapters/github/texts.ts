import { blobId, type WantedText } from '../../domain/presence/merged-file';
import { splitPath } from './address';
import type { GitHubClient } from './client';
import { aliasAt, textsQuery, toVariables } from './queries';
import { GitHubTexts } from './schema';

export const TEXTS_PER_QUESTION = 40;

/**
 * Texts of blobs. Only what has the blob's id counts: GitHub cuts large texts, and puts other encodings
 * into UTF-8.
 *
 * Source: GraphQL `Blob.text`, https://docs.github.com/graphql/reference/objects#blob
 * Limits: one call. No call for no blob.
 * Errors: `not-found` when the repository is missing or hidden.
 */
export async function readTexts(
  client: GitHubClient,
  path: string,
  wanted: readonly WantedText[],
): Promise<Map<string, string>> {
  const blobs = [...new Set(wanted.map(({ blob }) => blob))];
  if (blobs.length === 0) return new Map();
  const { repository } = await client.query({
    text: textsQuery(blobs.length),
    variables: { ...splitPath(path), ...toVariables(blobs) },
    schema: GitHubTexts,
    about: { what: 'texts of files', path },
  });
  return new Map(
    blobs.flatMap((blob, index): [string, string][] => {
      const text = repository[aliasAt(index)]?.text ?? null;
      return text !== null && blobId(text, blob) === blob ? [[blob, text]] : [];
    }),
  );
}
