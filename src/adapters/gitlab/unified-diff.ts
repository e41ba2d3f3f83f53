import type { GitLabDiff } from './schema';

/** Blob ids of a binary file before and after; `null` where it is not there. */
export type BlobPair = { before: string | null; after: string | null };

const NO_BLOB = '0000000';
const EMPTY_BLOB = 'e69de29';

export const isBinary = ({ diff }: GitLabDiff): boolean => diff.startsWith('Binary files ');

/** Whether GitLab left something out, or put something else in the place of what it could not decode. */
export function isCut(file: GitLabDiff): boolean {
  if (file.collapsed === true || file.too_large === true) return true;
  if (file.diff === '') return !isTold(file) && !isEmptyFile(file);
  return file.diff.includes('\uFFFD') || !/^(?:@@ -|--- |Binary files )/.test(file.diff);
}

/** An empty file came or went: nothing but GitLab's word tells it from a file that was cut. */
const isEmptyFile = (file: GitLabDiff): boolean =>
  isOneSided(file) && file.collapsed === false && file.too_large === false;

type Header = Omit<GitLabDiff, 'diff' | 'collapsed' | 'too_large'>;

/** A new name or another mode says all of a file that has no other change. */
const isTold = (file: Header): boolean =>
  !isOneSided(file) && (file.renamed_file || file.a_mode !== file.b_mode);
const isOneSided = (file: Header): boolean => file.new_file || file.deleted_file;

/**
 * The diff of one file as git writes it, but for what GitLab does not tell: blob ids of text, and how
 * similar a file is to what it was moved from.
 */
export function toUnifiedDiff(file: GitLabDiff, blobs: BlobPair | undefined): string {
  const [before, after] = [quote(`a/${file.old_path}`), quote(`b/${file.new_path}`)];
  const sides = [file.new_file ? '/dev/null' : before, file.deleted_file ? '/dev/null' : after];
  const hunks = file.diff.slice(Math.max(0, file.diff.search(/^@@ -/m)));
  return [
    `diff --git ${before} ${after}\n`,
    ...modeLines(file),
    ...(file.renamed_file ? renameLines(file) : []),
    ...indexLine(file, blobs),
    ...(isBinary(file) ? ['Binary files differ\n'] : textLines(sides, hunks)),
  ].join('');
}

function modeLines({
  new_file: isNew,
  deleted_file: isGone,
  a_mode: a,
  b_mode: b,
}: Header): string[] {
  if (isNew) return [`new file mode ${b}\n`];
  if (isGone) return [`deleted file mode ${a}\n`];
  return a === b ? [] : [`old mode ${a}\n`, `new mode ${b}\n`];
}

const renameLines = ({ old_path: from, new_path: to, ...file }: GitLabDiff): string[] => [
  ...(file.diff === '' ? ['similarity index 100%\n'] : []),
  `rename from ${quote(from)}\n`,
  `rename to ${quote(to)}\n`,
];

function indexLine(file: GitLabDiff, blobs: BlobPair | undefined): string[] {
  if (isOneSided(file) && file.diff === '') {
    const ids = file.new_file ? [NO_BLOB, EMPTY_BLOB] : [EMPTY_BLOB, NO_BLOB];
    return [`index ${ids.join('..')}\n`];
  }
  const ids = blobs && [blobs.before, blobs.after].map((blob) => blob ?? NO_BLOB);
  return ids ? [`index ${ids.join('..')}${sameMode(file)}\n`] : [];
}

const sameMode = (file: GitLabDiff): string =>
  !isOneSided(file) && file.a_mode === file.b_mode ? ` ${file.b_mode}` : '';

const textLines = ([before, after]: readonly string[], hunks: string): string[] =>
  hunks === ''
    ? []
    : [`--- ${before}\n`, `+++ ${after}\n`, hunks.endsWith('\n') ? hunks : `${hunks}\n`];

const ESCAPES = new Map<string, string>([
  ...([
    ['\t', 't'],
    ['\n', 'n'],
    ['\r', 'r'],
    ['"', '"'],
    ['\\', '\\'],
  ] as const),
  ...([
    ['\x07', 'a'],
    ['\b', 'b'],
    ['\v', 'v'],
    ['\f', 'f'],
  ] as const),
]);

/** A name as git quotes it, byte by byte. */
function quote(name: string): string {
  const bytes = Buffer.from(name).toString('latin1');
  const quoted = bytes.replace(/[^ !#-[\]-~]/g, (byte) => {
    const octal = byte.charCodeAt(0).toString(8).padStart(3, '0');
    return `\\${ESCAPES.get(byte) ?? octal}`;
  });
  return quoted === bytes ? name : `"${quoted}"`;
}
