import { createHash } from 'node:crypto';

/** A digest of a JSON value. Object keys count in the order they stand, so build values in one place. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
