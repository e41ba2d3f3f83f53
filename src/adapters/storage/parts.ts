import { createHash } from 'node:crypto';
import { z } from 'zod';
import { pack, unpack, type Packed } from './packed';

type TimeToLive = { unit: 'DAYS'; value: number };

/** The part of `@forge/kvs` that plain records need. */
export type PlainStore = {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, options?: { ttl: TimeToLive }): Promise<void>;
  delete(key: string): Promise<void>;
};

export type Parts = {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
};

/** 240 KiB is Forge's limit for a value; what is left holds the wrapping. */
const MAX_TEXT = 230 * 1024;

const PackedValue = z.union([
  z.object({ plain: z.unknown() }),
  z.object({ deflated: z.string() }),
]) as z.ZodType<Packed>;
const StoredRecord = z.object({ v: z.literal(1), packed: PackedValue, rest: z.array(z.string()) });

/**
 * Reads and writes records of any size: one key while the packed value fits, else further keys that
 * are named after their content and written first, so that the record changes at exactly one write.
 * With `keptDays` a record goes by itself when nobody wrote it again for so long.
 *
 * Limits: 240 KiB a value, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createParts(forge: PlainStore, { keptDays }: { keptDays?: number } = {}): Parts {
  const kvs = keptDays === undefined ? forge : keptFor(forge, keptDays);
  async function read(key: string): Promise<unknown> {
    const stored = await find(kvs, key);
    if (stored === undefined) return undefined;
    const rest = await Promise.all(stored.rest.map((restKey) => kvs.get<string>(restKey)));
    return 'plain' in stored.packed
      ? stored.packed.plain
      : unpack({ deflated: stored.packed.deflated + rest.join('') });
  }

  async function write(key: string, value: unknown): Promise<void> {
    const packed = pack(value);
    if ('plain' in packed) await kvs.set(key, { v: 1, packed, rest: [] });
    else await writeLarge(kvs, key, packed.deflated);
  }

  async function remove(key: string): Promise<void> {
    const stored = await find(kvs, key);
    for (const part of [key, ...(stored?.rest ?? [])]) await kvs.delete(part);
  }

  return { read, write, remove };
}

const keptFor = (kvs: PlainStore, value: number): PlainStore => ({
  get: (key) => kvs.get(key),
  set: (key, content) => kvs.set(key, content, { ttl: { unit: 'DAYS', value } }),
  delete: (key) => kvs.delete(key),
});

async function writeLarge(kvs: PlainStore, key: string, text: string): Promise<void> {
  const before = await find(kvs, key);
  const [first = '', ...others] = split(text);
  const rest = others.map((part) => `${key}:part:${digest(part)}`);
  for (const [index, part] of others.entries()) await kvs.set(rest[index] ?? key, part);
  await kvs.set(key, { v: 1, packed: { deflated: first }, rest });
  const unused = before?.rest.filter((old) => !rest.includes(old)) ?? [];
  for (const old of unused) await kvs.delete(old);
}

async function find(
  kvs: PlainStore,
  key: string,
): Promise<z.infer<typeof StoredRecord> | undefined> {
  const stored = await kvs.get<unknown>(key);
  return stored === undefined ? undefined : StoredRecord.parse(stored);
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);

function split(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / MAX_TEXT) }, (_, index) =>
    text.slice(index * MAX_TEXT, (index + 1) * MAX_TEXT),
  );
}
