import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { EgressGroup } from './egress-group';
import type { DeadEvent, Job, QueuedEvent } from './queued-event';

/** A stored value; the instants are milliseconds of the site's clock. */
export type StoredRecord = {
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expiresAt?: number;
};

export type Records = Map<string, StoredRecord>;

/** All that an installation keeps: in memory, and in JSON files when it has a folder. */
export type PlatformStore = {
  kv: Records;
  secrets: Records;
  entities: Map<string, Records>;
  queue: { sequence: number; events: QueuedEvent[]; dead: DeadEvent[]; jobs: Record<string, Job> };
  egress: EgressGroup[];
  /** Says that a part changed; it is written at the next flush, at the latest in a moment. */
  touch: (part: Part) => void;
  /** Writes what changed, each file whole or not at all. */
  flush: () => void;
  /** All values as text, sorted and without times, so that two stores can be compared byte for byte. */
  dump: () => string;
};

const PARTS = ['kv', 'secrets', 'entities', 'queue', 'egress'] as const;
type Part = (typeof PARTS)[number];

/** What the files hold. */
type Content = {
  kv: StoredRecord[];
  secrets: StoredRecord[];
  entities: Record<string, StoredRecord[]>;
  queue: PlatformStore['queue'];
  egress: EgressGroup[];
};

const FLUSH_AFTER_MS = 1000;

/** Opens the store in `folder`, or one in memory only when there is none. */
export function openStore(folder: string | null): PlatformStore {
  const saved = readParts(folder);
  const dirty = new Set<Part>();
  const store: PlatformStore = {
    kv: toRecords(saved.kv ?? []),
    secrets: toRecords(saved.secrets ?? []),
    entities: new Map(
      Object.entries(saved.entities ?? {}).map(([name, records]) => [name, toRecords(records)]),
    ),
    queue: saved.queue ?? { sequence: 0, events: [], dead: [], jobs: {} },
    egress: saved.egress ?? [],
    touch: (part) => {
      if (folder === null) return;
      if (dirty.size === 0) setTimeout(store.flush, FLUSH_AFTER_MS).unref();
      dirty.add(part);
    },
    flush: () => {
      for (const part of dirty) writePart(folder, part, toContent(store)[part]());
      dirty.clear();
    },
    dump: () => dump(store),
  };
  return store;
}

function toContent(store: PlatformStore): { [P in Part]: () => Content[P] } {
  return {
    kv: () => [...store.kv.values()],
    secrets: () => [...store.secrets.values()],
    entities: () =>
      Object.fromEntries([...store.entities].map(([name, table]) => [name, [...table.values()]])),
    queue: () => store.queue,
    egress: () => store.egress,
  };
}

function toRecords(records: readonly StoredRecord[]): Records {
  return new Map(records.map((record) => [record.key, record]));
}

/** The files as `flush` wrote them; what is not there yet is absent. */
function readParts(folder: string | null): Partial<Content> {
  if (folder === null) return {};
  const parts = PARTS.map((part) => [part, readPart(join(folder, `${part}.json`))]);
  return Object.fromEntries(parts) as Partial<Content>;
}

function readPart(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read; delete its folder to start afresh.`, { cause: error });
  }
}

function writePart(folder: string | null, part: Part, content: unknown): void {
  if (folder === null) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${part}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(content));
  renameSync(`${file}.new`, file);
}

function dump({ kv, secrets, entities, egress }: PlatformStore): string {
  const tables = [...entities].filter(([, records]) => records.size > 0);
  const content = {
    kv: toValues(kv),
    secrets: toValues(secrets),
    entities: Object.fromEntries(tables.map(([name, records]) => [name, toValues(records)])),
    egress,
  };
  return JSON.stringify(sortKeys(content), null, 1);
}

function toValues(records: Records): Record<string, unknown> {
  return Object.fromEntries([...records.values()].map(({ key, value }) => [key, value]));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sortKeys(part)]));
}
