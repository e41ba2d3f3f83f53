import { createHash } from 'node:crypto';

import type { TextPart } from './snapshot-view';

/** A part's bytes as they travel, in JSON: 100 KB below what Forge takes for a reply. */
const MOST_BYTES = 390_000;

/** Part `part` (from 1) of a text; the last one when there are fewer. No character is cut in two. */
export function textPart(text: string, part: number, mostBytes: number = MOST_BYTES): TextPart {
  const ends = endsOf(text, mostBytes);
  const number = Math.min(part, ends.length);
  return {
    text: text.slice(ends[number - 2] ?? 0, ends[number - 1]),
    ...{ part: number, of: ends.length },
    hash: createHash('sha256').update(text).digest('hex'),
  };
}

/** Where each part ends. */
function endsOf(text: string, mostBytes: number): number[] {
  const ends: number[] = [];
  let bytes = 0;
  for (let index = 0; index < text.length;) {
    const code = text.codePointAt(index) ?? 0;
    const size = bytesOf(code);
    if (bytes + size > mostBytes && bytes > 0) {
      ends.push(index);
      bytes = 0;
    }
    bytes += size;
    index += code > 0xffff ? 2 : 1;
  }
  return [...ends, text.length];
}

const ESCAPED = new Set(['"', '\\', '\n', '\r', '\t'].map((character) => character.codePointAt(0)));

/** Of one character in a JSON text, in UTF-8; of one that JSON escapes by its number, six. */
function bytesOf(code: number): number {
  if (ESCAPED.has(code)) return 2;
  if (code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) return 6;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code > 0xffff ? 4 : 3;
}
