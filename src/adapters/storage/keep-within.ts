import type { Keeping } from '../../ports/keeping';
import type { LockedRecords } from './locked-records';
import { pack } from './packed';

/** Forge's limit for one value, less what stands around the content. */
const MAX_BYTES = 240 * 1024 - 512;

/** A small record that changes in the same transaction. */
export type Beside = { key: string; change: (current: unknown) => unknown };

/**
 * Changes one locked record, unless it would become larger than Forge keeps: then it stays as it is.
 *
 * Limits: 240 KiB a value, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export async function keepWithin(
  records: LockedRecords,
  key: string,
  change: (current: unknown) => unknown,
  beside?: Beside,
): Promise<Keeping> {
  let bytes = 0;
  await records.change([key, ...(beside ? [beside.key] : [])], (one, current) => {
    if (one !== key) return bytes > MAX_BYTES ? undefined : beside?.change(current);
    const next = change(current);
    bytes = Buffer.byteLength(JSON.stringify(pack(next)));
    return bytes > MAX_BYTES ? undefined : next;
  });
  return bytes > MAX_BYTES ? { status: 'too-large', bytes, limit: MAX_BYTES } : { status: 'kept' };
}
