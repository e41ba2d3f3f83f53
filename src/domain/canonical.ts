import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

/** Half of a pair of code units, which no encoding can write. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** How `JSON.stringify` writes one. */
const WRITTEN_SURROGATE = /\\ud[89a-f]/;

/**
 * The one text of a JSON value, whatever the order of its object keys; list order counts. One line.
 *
 * Source: RFC 8785, https://www.rfc-editor.org/rfc/rfc8785
 */
export const canonicalText = (value: unknown): string =>
  canonicalize(isWellFormed(value) ? value : wellFormed(value)) ?? 'null';

const isWellFormed = (value: unknown): boolean => !WRITTEN_SURROGATE.test(JSON.stringify(value));

/** sha256 of a JSON value, 64 hex digits. */
export const canonicalHash = (value: unknown): string => sha256(canonicalText(value));

/** sha256 of what a list holds, each once: of lists whose order only tells how they were read. */
export const hashOfSet = (items: readonly unknown[]): string =>
  sha256([...new Set(items.map(canonicalText))].sort().join('\n'));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\ufffd');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.replace(LONE_SURROGATE, '\ufffd'),
      wellFormed(one),
    ]),
  );
}
