import { deflateSync, inflateSync } from 'node:zlib';

/** A stored value: small ones as they are, large ones compressed. */
export type Packed = { plain: unknown } | { deflated: string };

const COMPRESS_FROM_BYTES = 8 * 1024;

/** Packs a JSON value for storage. Equal values give equal bytes. */
export function pack(value: unknown): Packed {
  const text = JSON.stringify(value);
  return Buffer.byteLength(text) < COMPRESS_FROM_BYTES
    ? { plain: JSON.parse(text) as unknown }
    : { deflated: deflateSync(text, { level: 9 }).toString('base64') };
}

export function unpack(packed: Packed): unknown {
  return 'plain' in packed
    ? packed.plain
    : (JSON.parse(inflateSync(Buffer.from(packed.deflated, 'base64')).toString('utf8')) as unknown);
}
