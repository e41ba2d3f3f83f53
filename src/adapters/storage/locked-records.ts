import type * as ForgeKvs from '@forge/kvs';
import { z } from 'zod';
import { digestOf } from '../../domain/digest';
import { pack, unpack, type Packed } from './packed';

/** What we use of `@forge/kvs`; `src/forge` hands it in. */
export type KvsModule = Pick<typeof ForgeKvs, 'kvs' | 'Filter' | 'FilterConditions'>;

export type LockedRecords = {
  /** The records that exist, by key. */
  read(keys: readonly string[]): Promise<Map<string, unknown>>;
  /**
   * Changes records that others change too: `change` sees the newest value of a key and gives the
   * new one (`undefined`: leave it); it runs again when somebody was faster. A value that stays the
   * same is not written.
   */
  change(keys: readonly string[], change: Change): Promise<void>;
};

type Change = (key: string, current: unknown) => unknown;

type Stored = { revision: string; packed: Packed };

const StoredRecord = z.object({
  revision: z.string(),
  content: z.union([z.object({ plain: z.unknown() }), z.object({ deflated: z.string() })]),
});

/** Forge takes 25 operations and 4 MB in a transaction: so many values of 240 KiB. */
const BATCH = 16;
/** A batch of reads takes 25 keys. What 4 MB are too little for is not given, and read again by itself. */
const READ_BATCH = 25;
/** Batches that are read at the same time. */
const READS_AT_ONCE = 4;
/** Fifty people who tick one list at the same moment all get through. */
const ATTEMPTS = 100;
const LONGEST_PAUSE_MS = 64;

/**
 * Records of one custom entity under optimistic locking: a transaction writes each only while its
 * `revision` is the one that was read. A revision is the digest of its content, so that the same
 * records come of it however often a write was tried.
 *
 * Source: https://developer.atlassian.com/platform/forge/storage-reference/transactions/
 * Limits: 25 operations and 4 MB a transaction; 240 KiB a value.
 */
export function createLockedRecords(forge: KvsModule, entityName: string): LockedRecords {
  async function readStored(keys: readonly string[]): Promise<Map<string, Stored>> {
    const found = new Map<string, Stored>();
    for (const turn of slicesOf(batches(keys, READ_BATCH), READS_AT_ONCE)) {
      const read = await Promise.all(turn.map((batch) => readBatch(forge, entityName, batch)));
      for (const [key, value] of read.flat()) {
        const { revision, content } = StoredRecord.parse(value);
        found.set(key, { revision, packed: content });
      }
    }
    return found;
  }

  async function tryChange(keys: readonly string[], change: Change): Promise<boolean> {
    const stored = await readStored(keys);
    const writes = keys
      .flatMap((key): Write[] => {
        const before = stored.get(key);
        const next = change(key, before && unpack(before.packed));
        return next === undefined ? [] : [{ key, packed: pack(next), before }];
      })
      .filter(({ packed, before }) => !before || !samePacked(packed, before.packed));
    return writes.length === 0 || writeAll(forge, entityName, writes);
  }

  return {
    async read(keys) {
      const stored = await readStored(keys);
      return new Map([...stored].map(([key, { packed }]) => [key, unpack(packed)]));
    },
    async change(keys, change) {
      for (const batch of batches(keys, BATCH)) await changeBatch(batch, change, tryChange);
    },
  };
}

type Write = { key: string; packed: Packed; before: Stored | undefined };

async function changeBatch(
  batch: readonly string[],
  change: Change,
  tryChange: (keys: readonly string[], change: Change) => Promise<boolean>,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await tryChange(batch, change)) return;
    await pause(attempt);
  }
  throw new Error(`Others kept changing ${batch.join(', ')}; gave up after ${ATTEMPTS} attempts.`);
}

/** A little while of no fixed length, longer from time to time, so that those who met do not meet again. */
async function pause(attempt: number): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, 2 ** attempt);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
}

async function readBatch(
  { kvs }: KvsModule,
  entityName: string,
  keys: readonly string[],
): Promise<[string, unknown][]> {
  const readOne = async (key: string): Promise<[string, unknown][]> => {
    const value = await kvs.entity<unknown>(entityName).get(key);
    return value === undefined ? [] : [[key, value]];
  };
  const [only] = keys;
  if (keys.length === 1 && only !== undefined) return readOne(only);
  const answer = await kvs.batchGet<unknown>(keys.map((key) => ({ key, entityName })));
  const found = answer.successfulKeys.map(({ key, value }): [string, unknown] => [key, value]);
  for (const { key, error } of answer.failedKeys) {
    if (error.code !== 'KEY_NOT_FOUND') found.push(...(await readOne(key)));
  }
  return found;
}

/** Whether the transaction went through; `false` when somebody else wrote first. */
async function writeAll(
  { kvs, Filter, FilterConditions }: KvsModule,
  entityName: string,
  writes: readonly Write[],
): Promise<boolean> {
  const transaction = kvs.transact();
  for (const { key, packed, before } of writes) {
    const revision = digestOf(packed);
    const condition = before
      ? FilterConditions.equalTo(before.revision)
      : FilterConditions.notExists();
    transaction.set<{ revision: string; content: Packed }>(
      key,
      { revision, content: packed },
      {
        entityName,
        conditions: new Filter<{ revision: string; content: Packed }>().and('revision', condition),
      },
    );
  }
  try {
    await transaction.execute();
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'CONDITIONAL_CHECK_FAILED';

const samePacked = (a: Packed, b: Packed): boolean => JSON.stringify(a) === JSON.stringify(b);

const batches = (keys: readonly string[], size: number): string[][] =>
  slicesOf([...new Set(keys)], size);

const slicesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
