import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';

import { canonicalHash, canonicalText } from '../../domain/canonical';
import type { Manifest } from '../../domain/manifest/manifest';

/** 240 KiB is Forge's limit for a value. */
const MAX_TEXT = 230 * 1024;

/** The body of a snapshot as texts that each fit a value; the same manifest gives the same texts. */
export function toBodyParts(manifest: Manifest): string[] {
  const text = deflateSync(canonicalText(manifest), { level: 9 }).toString('base64');
  return Array.from({ length: Math.ceil(text.length / MAX_TEXT) }, (_, index) =>
    text.slice(index * MAX_TEXT, (index + 1) * MAX_TEXT),
  );
}

/** The manifest of which `hash` was taken; `broken` when the parts hold anything else. */
export function fromBodyParts(parts: readonly unknown[], hash: string): Manifest | 'broken' {
  const texts = z.array(z.string()).safeParse(parts);
  if (!texts.success) return 'broken';
  const read = withHash(hash).safeParse(inflated(texts.data.join('')));
  return read.success ? read.data : 'broken';
}

/** What has the hash is what was written. */
const withHash = (hash: string): z.ZodType<Manifest> =>
  z.custom<Manifest>((value) => canonicalHash(value) === hash);

function inflated(text: string): unknown {
  try {
    return JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
