import { createHash } from 'node:crypto';

import { mergeTexts } from './merge-texts';
import type { BlobAt } from './presence-facts';

/** A file of one commit; `null` when it is not there. */
export type FileOf = BlobAt | null | 'unread';

/** A text that is wanted, and where it can be read. */
export type WantedText = { blob: string; sha: string; path: string };

/** A file with where it stands, for its text. */
export type Placed = { file: FileOf; sha: string; path: string };

/**
 * What git makes of three files by itself: the file with this blob, or none. `unsure`: what was read
 * does not say; then `wanted` are the texts that could.
 */
export type MergedFile =
  | { status: 'clean'; blob: string | null }
  | { status: 'conflict' }
  | { status: 'unsure'; wanted: readonly WantedText[] };

/** The whole text of a blob; `null` for what is binary, cut or in no UTF-8, `undefined` before anybody asked. */
export type TextOf = (blob: string) => string | null | undefined;

export const UNSURE: MergedFile = { status: 'unsure', wanted: [] };
const CONFLICT: MergedFile = { status: 'conflict' };

export function mergeFiles(base: Placed, ours: Placed, theirs: Placed, textOf: TextOf): MergedFile {
  const placed = [base, ours, theirs];
  if (placed.some(({ file }) => file === 'unread')) return UNSURE;
  const [before = null, one = null, other = null] = placed.map(({ file }) => blobOf(file));
  if (one === other || before === one) return { status: 'clean', blob: other };
  if (before === other) return { status: 'clean', blob: one };
  return mergeBlobs(placed, textOf);
}

export const blobOf = (file: FileOf): string | null =>
  file === null || file === 'unread' ? null : file.blob;

/** Where one of them is not there, git has nothing to join. */
function mergeBlobs(placed: readonly Placed[], textOf: TextOf): MergedFile {
  const all = placed.flatMap(({ file, sha, path }): WantedText[] => {
    const blob = blobOf(file);
    return blob === null ? [] : [{ blob, sha, path }];
  });
  if (all.length < placed.length) return CONFLICT;
  const texts = all.map(({ blob }) => textOf(blob));
  const wanted = all.filter((_, at) => texts[at] === undefined);
  if (wanted.length > 0) return { status: 'unsure', wanted };
  const read = texts.filter((text) => typeof text === 'string');
  return read.length < all.length ? UNSURE : joinTexts(read, all[0]?.blob ?? '');
}

function joinTexts([base = '', ours = '', theirs = '']: string[], like: string): MergedFile {
  const merged = mergeTexts(base, ours, theirs);
  if (merged.status === 'clean') return { status: 'clean', blob: blobId(merged.text, like) };
  return merged.status === 'conflict' ? CONFLICT : UNSURE;
}

const SHA256_DIGITS = 64;

/** The id that git gives to a text, as long as another id of the repository. */
export function blobId(text: string, like: string): string {
  const bytes = Buffer.from(text);
  return createHash(like.length === SHA256_DIGITS ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
