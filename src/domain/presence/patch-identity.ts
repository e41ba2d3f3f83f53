import { createHash, type Hash } from 'node:crypto';

/** Which of several commits in one mbox a patch belongs to: `From <sha> Mon Sep 17 00:00:00 2001`. */
const MBOX_START = /^From ([0-9a-f]{40}(?:[0-9a-f]{24})?) Mon Sep 17 00:00:00 2001\r?$/gm;
const DIFF_START = /^diff --git /m;

const LINE_AFTER_NEWLINE = /(?<=\n)/;
const NEXT_PATCH = /^(?:commit |From )?[0-9a-f]{40}/i;
const NO_NEWLINE_MARKER = /^\\ .{11}/s;
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))?/;
/** What git counts as space; neither form feed nor any blank outside ASCII. */
const SPACE = /[ \t\n\r]+/g;
const SHA1_BYTES = 20;

/**
 * The id that `git patch-id --stable` prints for a diff, as text or as the bytes that a host sent;
 * `null` when it prints none. Of several patches in one text the first one counts.
 *
 * Source: builtin/patch-id.c of git 2.39. Line numbers, spaces and blob ids do not count; a binary
 * file counts by the blob ids of its `index` line. Text that is not UTF-8 keeps its identity only
 * as bytes.
 */
export function patchIdentity(diff: string | Uint8Array): string | null {
  return identify(diff, false);
}

/**
 * As `patchIdentity`, without the lines around the change: what git prints for `git diff -U0`. Two
 * patches that differ only in their surroundings have the same.
 */
export function loosePatchIdentity(diff: string | Uint8Array): string | null {
  return identify(diff, true);
}

/**
 * The identity of each commit of `git format-patch --stdout`, which is what GitHub answers for a
 * comparison as a patch. Merges are never in it, so a sha that is missing tells nothing.
 */
export function patchIdentities(mbox: string | Uint8Array): Map<string, string | null> {
  return new Map([...splitMbox(mbox)].map(([sha, diff]) => [sha, patchIdentity(diff)]));
}

/** The diff of each commit of a mbox, without its message; empty for a commit without one. */
function splitMbox(mbox: string | Uint8Array): Map<string, Uint8Array> {
  const bytes = toBytes(mbox);
  const starts = [...bytes.matchAll(MBOX_START)];
  return new Map(
    starts.map(({ 1: sha = '', index }, at) => {
      const mail = bytes.slice(index, starts[at + 1]?.index);
      const diff = mail.search(DIFF_START);
      return [sha, Buffer.from(diff === -1 ? '' : mail.slice(diff), 'latin1')];
    }),
  );
}

/** One character per byte, as git reads it. */
const toBytes = (text: string | Uint8Array): string => Buffer.from(text).toString('latin1');

function identify(diff: string | Uint8Array, isLoose: boolean): string | null {
  let reading = startReading(isLoose);
  for (const line of toBytes(diff).split(LINE_AFTER_NEWLINE)) {
    if (read(reading, line) === 'more') continue;
    if (reading.length > 0) break;
    reading = startReading(isLoose);
  }
  reading.sum.flush();
  return reading.length > 0 ? reading.sum.hex() : null;
}

/** One patch, read line by line. */
type Reading = {
  isLoose: boolean;
  sum: Sum;
  /** How many characters were hashed: nothing counts before the first `diff` line. */
  length: number;
  /** How many lines of the hunk are still to come; `before` is -1 in the header of a file. */
  before: number;
  after: number;
  blobs: string;
  isBinary: boolean;
};

function startReading(isLoose: boolean): Reading {
  const sum = createSum();
  return { isLoose, sum, length: 0, before: -1, after: -1, blobs: '', isBinary: false };
}

/** `end` is said at the line behind the patch. */
function read(reading: Reading, line: string): 'end' | 'more' {
  if (NO_NEWLINE_MARKER.test(line)) return 'more';
  if (NEXT_PATCH.test(line)) return 'end';
  if (reading.length === 0 && !line.startsWith('diff ')) return 'more';
  const next = place(reading, line);
  if (next === 'hash') hash(reading, line);
  return next === 'end' ? 'end' : 'more';
}

type Next = 'skip' | 'hash' | 'end';

function place(reading: Reading, line: string): Next {
  const next = reading.before === -1 ? readHeader(reading, line) : 'hash';
  if (next !== 'hash') return next;
  if (reading.isBinary) return skipBinary(reading, line);
  return reading.before === 0 && reading.after === 0 ? readSeam(reading, line) : 'hash';
}

function readHeader(reading: Reading, line: string): Next {
  if (line.startsWith('GIT binary patch') || line.startsWith('Binary files')) {
    Object.assign(reading, { isBinary: true, before: 0 });
    reading.sum.add(reading.blobs);
    reading.sum.flush();
    return 'skip';
  }
  if (line.startsWith('index ')) {
    reading.blobs = blobIds(line) ?? reading.blobs;
    return 'skip';
  }
  if (line.startsWith('--- ')) Object.assign(reading, { before: 1, after: 1 });
  else if (!/^[a-z]/i.test(line)) return 'end';
  return 'hash';
}

/** Git takes no notice of the `diff` line behind a binary file. */
function skipBinary(reading: Reading, line: string): Next {
  if (line.startsWith('diff ')) Object.assign(reading, { isBinary: false, before: -1 });
  return 'skip';
}

/** Between two hunks, or between two files. */
function readSeam(reading: Reading, line: string): Next {
  if (line.startsWith('@@ -')) {
    const [, before = '1', after = '1'] = HUNK.exec(line) ?? [];
    Object.assign(reading, { before: Number(before), after: Number(after) });
    return 'skip';
  }
  if (!line.startsWith('diff ')) return 'end';
  reading.sum.flush();
  Object.assign(reading, { before: -1, after: -1 });
  return 'hash';
}

function hash(reading: Reading, line: string): void {
  const [first] = line;
  if (first === '-' || first === ' ') reading.before -= 1;
  if (first === '+' || first === ' ') reading.after -= 1;
  if (reading.isLoose && first === ' ') return;
  const text = withoutSpace(line);
  reading.length += text.length;
  reading.sum.add(text);
}

/** The two blob ids of `index <before>..<after> <mode>`, one after the other. */
function blobIds(line: string): string | null {
  const dots = line.indexOf('..');
  if (dots === -1) return null;
  const blank = line.indexOf(' ', dots);
  return line.slice(6, dots) + line.slice(dots + 2, blank === -1 ? line.length - 1 : blank);
}

/** Git's lines end where a zero byte stands. */
function withoutSpace(line: string): string {
  const zero = line.indexOf('\0');
  return (zero === -1 ? line : line.slice(0, zero)).replace(SPACE, '');
}

type Sum = { add: (text: string) => void; flush: () => void; hex: () => string };

/** Adds the hashes of the files as numbers of 20 bytes, lowest byte first, so their order is free. */
function createSum(): Sum {
  const total = new Uint8Array(SHA1_BYTES);
  let hash: Hash = createHash('sha1');
  return {
    add: (text) => void hash.update(text, 'latin1'),
    flush: () => {
      let carry = 0;
      hash.digest().forEach((byte, at) => {
        carry += (total[at] ?? 0) + byte;
        total[at] = carry & 0xff;
        carry >>= 8;
      });
      hash = createHash('sha1');
    },
    hex: () => Buffer.from(total).toString('hex'),
  };
}
