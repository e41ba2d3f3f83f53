import type { Records, StoredRecord } from '../store';

import { StorageRefusal } from './refusal';
import type { SetOptions } from './request';
import { toMs } from './time-to-live';

export type Table = {
  /** The live record: strictly consistent. */
  get: (key: string) => StoredRecord | undefined;
  put: (key: string, value: unknown, options?: SetOptions) => Written;
  delete: (key: string) => boolean;
  /** What a query may see: eventually consistent, so without what was written just now. */
  list: () => StoredRecord[];
};

type Written = { previous: StoredRecord | undefined; latest: StoredRecord };

type Change = { key: string; at: number; before: StoredRecord | undefined };

export type TableOptions = { now: () => number; queryDelayMs: number; onChange: () => void };

export function createTable(records: Records, options: TableOptions): Table {
  const { now } = options;
  const { remember, past } = createHistory(records, options);
  const get = (key: string): StoredRecord | undefined => {
    const record = records.get(key);
    return record && isLive(record, now()) ? record : undefined;
  };
  return {
    get,
    put: (key, value, how) => {
      const previous = get(key);
      if (how?.keyPolicy === 'FAIL_IF_EXISTS' && previous) {
        throw new StorageRefusal('KEY_CONFLICT', 'The provided key already exists.', 409);
      }
      const latest = toRecord(key, value, { options: how, now: now(), previous });
      remember(key);
      records.set(key, latest);
      return { previous, latest };
    },
    delete: (key) => {
      if (!get(key)) return false;
      remember(key);
      return records.delete(key);
    },
    list: () => [...past().values()].filter((record) => isLive(record, now())),
  };
}

function isLive({ expiresAt }: StoredRecord, now: number): boolean {
  return expiresAt === undefined || expiresAt > now;
}

type History = { remember: (key: string) => void; past: () => Records };

/** Keeps what young writes replaced, to show the records as they were before them. */
function createHistory(records: Records, { now, queryDelayMs, onChange }: TableOptions): History {
  let changes: Change[] = [];
  const isYoung = ({ at }: Change): boolean => now() - at < queryDelayMs;
  return {
    remember: (key) => {
      onChange();
      changes = changes.filter(isYoung);
      if (queryDelayMs > 0) changes.push({ key, at: now(), before: records.get(key) });
    },
    past: () => {
      if (changes.length === 0) return records;
      const seen = new Map(records);
      for (const { key, before } of changes.filter(isYoung).reverse()) {
        if (before) seen.set(key, before);
        else seen.delete(key);
      }
      return seen;
    },
  };
}

type Write = { options: SetOptions | undefined; now: number; previous: StoredRecord | undefined };

function toRecord(key: string, value: unknown, { options, now, previous }: Write): StoredRecord {
  const record = { key, value, createdAt: previous?.createdAt ?? now, updatedAt: now };
  return options?.ttl ? { ...record, expiresAt: now + toMs(options.ttl) } : record;
}
