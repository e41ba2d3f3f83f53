/** A diff that is whole, and what `git diff --shortstat` counts of it. */
export type WholeDiff = {
  diff: string;
  /** What stands behind it, such as a mail's signature. */
  rest: string;
  files: number;
  insertions: number;
  deletions: number;
};

type Count = Pick<WholeDiff, 'files' | 'insertions' | 'deletions'>;
type Place = { lines: readonly string[]; at: number; count: Count };

const LINE_AFTER_NEWLINE = /(?<=\n)/;
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;
const HEADER_LINE =
  /^(?:(?:old|new|deleted|similarity|dissimilarity|rename|copy|index) |--- |\+\+\+ |Binary files |GIT )/;
const BINARY_BLOCK = /^(?:literal|delta) \d+$/;
const EMPTY_BLOB = /^index (?:0+\.\.(?:e69de29|473a0f4)|(?:e69de29|473a0f4)[0-9a-f]*\.\.0+)/m;

/**
 * Reads the diff that a text begins with, one character per byte, by the counts of its hunks;
 * `null` when it breaks off or is no diff. A text that breaks off between two files looks whole.
 */
export function readWholeDiff(text: string): WholeDiff | null {
  const lines = text.split(LINE_AFTER_NEWLINE);
  const place: Place = { lines, at: 0, count: { files: 0, insertions: 0, deletions: 0 } };
  const names = new Set<string>();
  while (lineAt(place).startsWith('diff --git ')) {
    names.add(lineAt(place));
    if (!readFile(place)) return null;
  }
  const diff = lines.slice(0, place.at).join('');
  if (diff !== '' && !diff.endsWith('\n')) return null;
  // A file that became a link is shown as two: taken away and made anew.
  return { ...place.count, diff, rest: text.slice(diff.length), files: names.size };
}

function readFile(place: Place): boolean {
  const header = readHeader(place);
  if (header.endsWith('GIT binary patch\n')) {
    return readBinaryBlock(place) && readBinaryBlock(place);
  }
  if (/^Binary files .*\n$/m.test(header)) return true;
  if (!isHunk(place)) return isWholeHeader(header);
  while (isHunk(place)) {
    if (!readHunk(place)) return false;
  }
  return true;
}

const lineAt = ({ lines, at }: Place): string => lines[at] ?? '';
const isHunk = (place: Place): boolean => lineAt(place).startsWith('@@ -');

/** The `diff` line, and all lines after it that are of the same file's header. */
function readHeader(place: Place): string {
  const start = place.at;
  do place.at += 1;
  while (HEADER_LINE.test(lineAt(place)));
  return place.lines.slice(start, place.at).join('');
}

/** Nothing but a name, a mode or an empty file changed. */
function isWholeHeader(header: string): boolean {
  if (/^index /m.test(header)) return EMPTY_BLOB.test(header);
  return /^(?:new mode|rename to|copy to) .*\n/m.test(header);
}

type Sign = Record<'before' | 'after' | 'insertions' | 'deletions', number>;

/** What a line of a hunk counts, by its first character. */
const SIGNS: Readonly<Record<string, Sign>> = {
  ' ': { before: 1, after: 1, insertions: 0, deletions: 0 },
  '-': { before: 1, after: 0, insertions: 0, deletions: 1 },
  '+': { before: 0, after: 1, insertions: 1, deletions: 0 },
  '\\': { before: 0, after: 0, insertions: 0, deletions: 0 },
};

function readHunk(place: Place): boolean {
  const [found, before = '1', after = '1'] = HUNK.exec(lineAt(place)) ?? [];
  const left = { before: Number(before), after: Number(after) };
  place.at += 1;
  while (Math.max(left.before, left.after) > 0) {
    if (!readHunkLine(place, left)) return false;
  }
  skipMarker(place);
  return found !== undefined && Math.min(left.before, left.after) === 0;
}

/** `\ No newline at end of file` behind the last line. */
function skipMarker(place: Place): void {
  if (lineAt(place).startsWith('\\')) place.at += 1;
}

function readHunkLine(place: Place, left: Pick<Sign, 'before' | 'after'>): boolean {
  const line = lineAt(place);
  const sign = SIGNS[line.charAt(0)];
  if (sign === undefined || !line.endsWith('\n')) return false;
  left.before -= sign.before;
  left.after -= sign.after;
  place.count.insertions += sign.insertions;
  place.count.deletions += sign.deletions;
  place.at += 1;
  return true;
}

/** Its kind and size, its data, and an empty line. */
function readBinaryBlock(place: Place): boolean {
  if (!BINARY_BLOCK.test(lineAt(place).trimEnd())) return false;
  const end = place.lines.indexOf('\n', place.at);
  if (end === -1) return false;
  place.at = end + 1;
  return true;
}
