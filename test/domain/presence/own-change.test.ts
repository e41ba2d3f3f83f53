import type { MergeQuestion } from '../../../src/domain/presence/merge-doubt';
import { blobId } from '../../../src/domain/presence/merged-file';
import { ownChange } from '../../../src/domain/presence/own-change';

const BASE = 'one\ntwo\nthree\nfour\nfive\n';
const OURS = 'ONE\ntwo\nthree\nfour\nfive\n';
const THEIRS = 'one\ntwo\nthree\nfour\nFIVE\n';
const BOTH = 'ONE\ntwo\nthree\nfour\nFIVE\n';
const OTHER = 'uno\ntwo\nthree\nfour\nfive\n';
const BINARY = ['\0base', '\0ours', '\0theirs'];

type Row = { base?: string; ours?: string; theirs?: string; merge?: string; known?: boolean };

function told(files: Record<string, Row>, moves: MergeQuestion['moves'] = [], known = true) {
  const question: MergeQuestion = {
    merge: 'merge',
    parents: ['ours', 'theirs'],
    bases: ['base'],
    root: null,
    paths: ['f'],
    moves,
    isKnown: [known, known],
  };
  const texts = new Map<string, string>();
  for (const text of Object.values(files).flatMap((row) => [row.base, row.ours, row.theirs])) {
    if (text !== undefined && !text.startsWith('\0')) texts.set(blobId(text, ''), text);
  }
  const { fact } = ownChange(question, {
    fileAt: (sha, path) => {
      const text = files[path]?.[sha as keyof Row];
      return typeof text === 'string' ? { blob: blobId(text, ''), mode: '100644' } : null;
    },
    textOf: (blob) => texts.get(blob) ?? null,
  });
  return fact.status === 'known' ? fact.paths.map(({ path }) => path).join() : 'unread';
}

describe('ownChange', () => {
  it.each([
    ['joined as git does', { base: BASE, ours: OURS, theirs: THEIRS, merge: BOTH }, ''],
    ['edited beyond that', { base: BASE, ours: OURS, theirs: THEIRS, merge: `${BOTH}x\n` }, 'f'],
    [
      'one side taken where both join',
      { base: BASE, ours: OURS, theirs: THEIRS, merge: OURS },
      'f',
    ],
    ['a conflict resolved by hand', { base: BASE, ours: OURS, theirs: OTHER, merge: 'x\n' }, 'f'],
    [
      'a conflict resolved as one side',
      { base: BASE, ours: OURS, theirs: OTHER, merge: OURS },
      'f',
    ],
    ['the same change on both sides', { base: BASE, ours: OURS, theirs: OURS, merge: OURS }, ''],
    ['another file than both have', { base: BASE, ours: OURS, theirs: OURS, merge: BASE }, 'f'],
    ['changed on one side', { base: BASE, ours: BASE, theirs: THEIRS, merge: THEIRS }, ''],
    ['taken away and changed, kept', { base: BASE, theirs: THEIRS, merge: THEIRS }, 'f'],
    ['taken away and changed, gone', { base: BASE, ours: OURS }, 'f'],
    ['taken away on one side alone', { base: BASE, theirs: BASE }, ''],
    ['made on both sides otherwise', { ours: OURS, theirs: THEIRS, merge: OURS }, 'f'],
    [
      'binary, or a text that is cut',
      { base: BINARY[0], ours: BINARY[1], theirs: BINARY[2], merge: BINARY[1] },
      'unread',
    ],
  ])('%s', (_, row, expected) => {
    expect(told({ f: row as Row })).toBe(expected);
  });

  const moves = [{ from: 'f', to: 'g', at: 0 }] as const;

  it.each([
    ['joined as git does', { merge: THEIRS }, ''],
    ['edited beyond that', { merge: `${THEIRS}x\n` }, 'g'],
  ])('moved on one side and changed on the other, %s', (_, row, expected) => {
    const files = { f: { base: BASE, theirs: THEIRS }, g: { ours: BASE, ...row } };

    expect(told(files, moves)).toBe(expected);
  });

  it('does not tell of a file that a side took away or moved, nobody knows where', () => {
    expect(told({ f: { base: BASE, theirs: THEIRS } }, [], false)).toBe('unread');
  });
});
