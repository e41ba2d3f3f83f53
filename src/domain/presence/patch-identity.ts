import { createHash } from 'node:crypto';

/** Which of several commits in one mbox a patch belongs to: `From <sha> Mon Sep 17 00:00:00 2001`. */
const MBOX_START = /^From ([0-9a-f]{40}(?:[0-9a-f]{24})?) Mon Sep 17 00:00:00 2001\r?$/gm;
const DIFF_START = /^diff --git /m;

const NEXT_PATCH = /^(?:commit |From )?[0-9a-f]{40}/i;
const NO_NEWLINE_MARKER = /^\\ .{11}/s;
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))?/;
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
  return identitiesOf(toBytes(diff)).patchId();
}

/**
 * As `patchIdentity`, without the lines around the change: what git prints for `git diff -U0`. Two
 * patches that differ only in their surroundings have the same.
 */
export function loosePatchIdentity(diff: string | Uint8Array): string | null {
  return identitiesOf(toBytes(diff)).loosePatchId();
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

/** Both identities of a diff that has one character per byte, each made when it is asked for. */
export function identitiesOf(bytes: string): {
  patchId: () => string | null;
  loosePatchId: () => string | null;
} {
  const { hasBegun, files } = readPatch(bytes);
  const sumOf = (part: 'whole' | 'changed'): string | null =>
    hasBegun ? addHashes(files.map((file) => hashOf(bytes, file[part], file.blobs))) : null;
  return { patchId: () => sumOf('whole'), loosePatchId: () => sumOf('changed') };
}

/** Parts of the text: begin and end of one after the other. */
type Parts = number[];
/** What counts of one file: all of it, or without the lines around changes; ids of a binary file follow. */
type FileParts = { whole: Parts; changed: Parts; blobs: string };

/** One patch, read line by line. */
type Reading = {
  /** Nothing counts before the first `diff` line. */
  hasBegun: boolean;
  files: FileParts[];
  file: FileParts;
  /** How many lines of the hunk are still to come; `before` is -1 in the header of a file. */
  before: number;
  after: number;
  blobs: string;
  isBinary: boolean;
};

function startReading(): Reading {
  const file = emptyFile();
  const place = { before: -1, after: -1, blobs: '', isBinary: false };
  return { hasBegun: false, files: [file], file, ...place };
}

const emptyFile = (): FileParts => ({ whole: [], changed: [], blobs: '' });

function readPatch(bytes: string): Reading {
  const reading = startReading();
  for (let start = 0, end; start < bytes.length; start = end) {
    const newline = bytes.indexOf('\n', start);
    end = newline === -1 ? bytes.length : newline + 1;
    const next = isChange(reading, bytes[start]) ? 'hash' : read(reading, bytes.slice(start, end));
    if (next === 'hash') count(reading, bytes[start], start, end);
    if (next === 'end' && reading.hasBegun) break;
  }
  return reading;
}

/** Most lines are, so these are told first. */
const isChange = ({ before, after, isBinary }: Reading, first: string | undefined): boolean =>
  (first === ' ' || first === '+' || first === '-') &&
  (before > 0 || (before === 0 && after !== 0)) &&
  !isBinary;

type Next = 'skip' | 'hash' | 'end';

/** `end` is said at the line behind the patch. */
function read(reading: Reading, line: string): Next {
  if (NO_NEWLINE_MARKER.test(line)) return 'skip';
  if (NEXT_PATCH.test(line)) return 'end';
  return reading.hasBegun || line.startsWith('diff ') ? place(reading, line) : 'skip';
}

function place(reading: Reading, line: string): Next {
  const next = reading.before === -1 ? readHeader(reading, line) : 'hash';
  if (next !== 'hash') return next;
  if (reading.isBinary) return skipBinary(reading, line);
  return reading.before === 0 && reading.after === 0 ? readSeam(reading, line) : 'hash';
}

function readHeader(reading: Reading, line: string): Next {
  if (line.startsWith('GIT binary patch') || line.startsWith('Binary files')) {
    Object.assign(reading, { isBinary: true, before: 0 });
    reading.file.blobs = reading.blobs;
    startFile(reading);
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

function startFile(reading: Reading): void {
  reading.file = emptyFile();
  reading.files.push(reading.file);
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
  startFile(reading);
  Object.assign(reading, { before: -1, after: -1 });
  return 'hash';
}

function count(reading: Reading, first: string | undefined, start: number, end: number): void {
  if (first === '-' || first === ' ') reading.before -= 1;
  if (first === '+' || first === ' ') reading.after -= 1;
  reading.hasBegun = true;
  addPart(reading.file.whole, start, end);
  if (first !== ' ') addPart(reading.file.changed, start, end);
}

function addPart(parts: Parts, start: number, end: number): void {
  if (parts.at(-1) === start) parts.pop();
  else parts.push(start);
  parts.push(end);
}

/** The two blob ids of `index <before>..<after> <mode>`, one after the other. */
function blobIds(line: string): string | null {
  const dots = line.indexOf('..');
  if (dots === -1) return null;
  const blank = line.indexOf(' ', dots);
  return line.slice(6, dots) + line.slice(dots + 2, blank === -1 ? line.length - 1 : blank);
}

function hashOf(bytes: string, parts: Parts, blobs: string): Buffer {
  const texts = parts.flatMap((start, at) =>
    at % 2 === 0 ? bytes.slice(start, parts[at + 1]) : [],
  );
  const text = withoutSpace(Buffer.from(texts.join(''), 'latin1'));
  return createHash('sha1').update(text).update(blobs, 'latin1').digest();
}

const NEWLINE = 0x0a;

/** What git counts as space: neither form feed nor any blank outside ASCII. */
const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === NEWLINE || byte === 0x0d;

/** In place. Git's lines end where a zero byte stands. */
function withoutSpace(bytes: Uint8Array): Uint8Array {
  let length = 0;
  let isHidden = false;
  for (const byte of bytes) {
    isHidden = byte !== NEWLINE && (isHidden || byte === 0);
    if (!isHidden && !isSpace(byte)) bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

/** Adds the hashes of the files as numbers of 20 bytes, lowest byte first, so their order is free. */
function addHashes(hashes: readonly Uint8Array[]): string {
  const total = new Uint8Array(SHA1_BYTES);
  for (const hash of hashes) {
    let carry = 0;
    hash.forEach((byte, at) => {
      carry += (total[at] ?? 0) + byte;
      total[at] = carry & 0xff;
      carry >>= 8;
    });
  }
  return Buffer.from(total).toString('hex');
}
