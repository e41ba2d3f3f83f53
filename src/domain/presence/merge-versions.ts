import type { MergeQuestion } from './merge-doubt';
import {
  blobOf,
  mergeFiles,
  UNSURE,
  type FileOf,
  type MergedFile,
  type Placed,
  type TextOf,
  type WantedText,
} from './merged-file';

export type MergeFiles = {
  /** A file of one of the commits that the question names. */
  fileAt: (sha: string, path: string) => FileOf;
  textOf: TextOf;
};

/** Files that a merge left otherwise than git would have; `unsure` where that cannot be told. */
export type Verdict =
  { status: 'told'; own: readonly string[] } | { status: 'unsure'; wanted: readonly WantedText[] };

export const PLAIN: Verdict = { status: 'told', own: [] };
export const UNTOLD: Verdict = { status: 'unsure', wanted: [] };

/** All versions of one file that decide. */
export type Versions = {
  path: string;
  merge: FileOf;
  base: Placed | MergedFile;
  sides: readonly [Placed, Placed];
};

export function versionsOf(
  { merge, parents: [ours, theirs], bases, root }: MergeQuestion,
  path: string,
  files: MergeFiles,
): Versions {
  const place = (sha: string): Placed => ({ file: files.fileAt(sha, path), sha, path });
  return {
    path,
    merge: files.fileAt(merge, path),
    base: baseOf(bases.map(place), root === null ? null : place(root), files.textOf, path),
    sides: [place(ours), place(theirs)],
  };
}

/** Of two bases git takes the merge. */
function baseOf(
  bases: readonly Placed[],
  root: Placed | null,
  textOf: TextOf,
  path: string,
): Placed | MergedFile {
  const [one = { file: null, sha: '', path }, other] = bases;
  if (bases.every(({ file }) => isSameFile(file, one.file))) return one;
  return root && other && bases.length === 2 ? joinBases(root, one, other, textOf) : UNSURE;
}

const isSameFile = (one: FileOf, other: FileOf): boolean =>
  one !== 'unread' && other !== 'unread' && blobOf(one) === blobOf(other);

/** The marks of a conflict would be in the base; a text that no commit holds could not be read again. */
function joinBases(root: Placed, one: Placed, other: Placed, textOf: TextOf): Placed | MergedFile {
  const merged = mergeFiles(root, one, other, textOf);
  if (merged.status === 'conflict') return UNSURE;
  if (merged.status === 'unsure') return merged;
  return [one, other, root].find(({ file }) => blobOf(file) === merged.blob) ?? UNSURE;
}

export function mergeVersions(
  { base, sides: [ours, theirs] }: Versions,
  textOf: TextOf,
): MergedFile {
  if ('file' in base) return mergeFiles(base, ours, theirs, textOf);
  return isSameFile(ours.file, theirs.file) ? { status: 'clean', blob: blobOf(ours.file) } : base;
}
