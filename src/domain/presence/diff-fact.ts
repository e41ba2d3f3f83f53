import { toComparableDiff } from './comparable-diff';
import { identitiesOf } from './patch-identity';
import { reverseDiff } from './reverse-diff';

/** A file right after a commit: `null` where the commit took it away, `unread` where the diff does not say. */
export type ChangedPath = {
  path: string;
  /** Blob ids may be cut to their first digits. */
  before: string | null;
  after: string | null;
  /** Mode after the commit; `null` when it took the file away or the diff does not say. */
  mode: string | null;
};

/** What the diff of a commit against its first parent says, derived once and good for ever. */
export type KnownDiff = {
  status: 'known';
  /** `null`: the commit is empty. */
  patchId: string | null;
  loosePatchId: string | null;
  /** The identity of the changed lines, whatever their files are called; `null` when no line changed. */
  linesId: string | null;
  /** The identity of the patch that undoes this one; `null` when it cannot be told. */
  inverseId: string | null;
  paths: readonly ChangedPath[];
  /** Lines added less lines taken away: a squash has the sum of its parts. */
  growth: number;
};

/**
 * `unread`: asked for and not answered whole. `isTooLarge`: larger than any diff that the host gives, so
 * that it is not the same as one that was read, nor its opposite. `paths`: all files that it changed,
 * where the host told these apart from the diff.
 */
export type DiffFact = KnownDiff | UnreadDiff;
export type UnreadDiff = {
  status: 'unread';
  isTooLarge?: boolean | undefined;
  paths?: readonly ChangedPath[] | undefined;
};

/** What is told of the files of a commit; `growth` is `NaN` where its lines were not read. */
export type Touched = { paths: readonly ChangedPath[]; growth: number };

/** `undefined` where nobody knows which files a commit changed. */
export function touchedBy(diff: DiffFact | undefined): Touched | undefined {
  if (diff?.status === 'known') return diff;
  return diff?.paths && { paths: diff.paths, growth: NaN };
}

/** Whether two numbers of lines may be the same. */
export const mayEqual = (growth: number, other: number): boolean =>
  growth === other || Number.isNaN(growth - other);

/** Stands in a path whose content the diff does not name: a file that only moved or changed its mode. */
export const UNREAD_BLOB = 'unread';

const FILE_START = /^(?=diff --git )/m;
const ZEROS = /^0+$/;

/**
 * Reads all that presence needs from one diff, as text or as the bytes that the host sent. The
 * identities are those of `git diff --abbrev=7`, in whichever form a binary file came.
 */
export function toDiffFact(diff: string | Uint8Array): KnownDiff {
  const bytes = toComparable(diff);
  const identities = identitiesOf(bytes);
  const reversed = reverseDiff(bytes);
  const files = filesIn(bytes);
  return {
    status: 'known',
    patchId: identities.patchId(),
    loosePatchId: identities.loosePatchId(),
    linesId: linesIdentity(files),
    inverseId: reversed === null ? null : identitiesOf(inOrder(reversed)).patchId(),
    paths: files.flatMap(changedPaths),
    growth: files.reduce((sum, file) => sum + growthOf(file), 0),
  };
}

/** `patchId` of `toDiffFact` alone. */
export const toPatchId = (diff: string | Uint8Array): string | null =>
  identitiesOf(toComparable(diff)).patchId();

const toComparable = (diff: string | Uint8Array): string =>
  toComparableDiff(Buffer.from(diff).toString('latin1'));

const filesIn = (bytes: string): string[] =>
  bytes.split(FILE_START).filter((file) => file.startsWith('diff --git '));

/** As git prints it: a file that only moved has no identity apart from the file after it. */
function inOrder(bytes: string): string {
  const files = filesIn(bytes).map((file) => ({ file, path: pathAfter(splitFile(file).header) }));
  files.sort((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
  return files.map(({ file }) => file).join('');
}

function splitFile(file: string): { header: string; hunks: string } {
  const start = file.search(/^(?:@@ -|Binary files )/m);
  return start === -1
    ? { header: file, hunks: '' }
    : { header: file.slice(0, start), hunks: file.slice(start) };
}

/** As if all files had one name. */
function linesIdentity(files: readonly string[]): string | null {
  const hunks = files.map((file) => splitFile(file).hunks);
  const named = hunks
    .filter((hunk) => hunk.startsWith('@@'))
    .map((hunk) => `diff --git a/x b/x\n--- a/x\n+++ b/x\n${hunk}`);
  return identitiesOf(named.join('')).loosePatchId();
}

function growthOf(file: string): number {
  const { hunks } = splitFile(file);
  if (hunks.startsWith('Binary')) return 0;
  return (hunks.match(/^\+/gm)?.length ?? 0) - (hunks.match(/^-/gm)?.length ?? 0);
}

function changedPaths(file: string): ChangedPath[] {
  const { header } = splitFile(file);
  const moved = field(header, /^rename from (.*?)\r?$/m);
  const [before, after] = ['before', 'after'].map((side) => blobOf(header, side));
  const there = { path: pathAfter(header), after: after ?? null, mode: modeOf(header) };
  if (moved === null) return [{ ...there, before: before ?? null }];
  const gone = { path: unquote(moved), before: before ?? null, after: null, mode: null };
  return [{ ...there, before: null }, gone];
}

const field = (header: string, form: RegExp): string | null => form.exec(header)?.[1] ?? null;

function blobOf(header: string, side: string): string | null {
  const form = side === 'before' ? /^index ([0-9a-f]+)\.\./m : /^index [0-9a-f]+\.\.([0-9a-f]+)/m;
  const blob = field(header, form);
  if (blob !== null) return ZEROS.test(blob) ? null : blob;
  const isThere = !header.includes(side === 'before' ? '\nnew file mode ' : '\ndeleted file mode ');
  return isThere ? UNREAD_BLOB : null;
}

const modeOf = (header: string): string | null =>
  field(header, /^(?:new file mode|new mode) (\d+)/m) ??
  field(header, /^index [0-9a-f]+\.\.[0-9a-f]+ (\d+)/m);

/** The name as it stands in the header, freed from its prefix. */
function pathAfter(header: string): string {
  const named = field(header, /^(?:rename|copy) to (.*?)\r?$/m);
  if (named !== null) return unquote(named);
  const side = field(header, /^(?:\+\+\+|---) (?!\/dev\/null)(.*?)\t?\r?$/m);
  return side === null ? pathOfBothSides(header) : unquote(side).slice(2);
}

/** `diff --git a/x b/x` without other names: both sides are equally long. */
function pathOfBothSides(header: string): string {
  const line = header.slice('diff --git '.length, header.search(/\r?\n|$/));
  return unquote(line.slice((line.length + 1) / 2)).slice(2);
}

const ESCAPES: Record<string, string> = {
  ...{ a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' },
};

/** Undoes git's quoting of a name; the text holds one character per byte. */
function unquote(name: string): string {
  const bytes = /^".*"$/s.test(name)
    ? name
        .slice(1, -1)
        .replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal: string | undefined, letter: string) =>
          octal === undefined
            ? (ESCAPES[letter] ?? letter)
            : String.fromCharCode(parseInt(octal, 8)),
        )
    : name;
  return Buffer.from(bytes, 'latin1').toString();
}
