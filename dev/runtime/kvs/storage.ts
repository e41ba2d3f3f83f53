import type { z } from 'zod';

import type { Perform } from '../invocation';
import type { Manifest } from '../manifest';
import type { Meter } from '../meter';
import type { PlatformStore, StoredRecord } from '../store';

import { byteSize, checkItem, checkKey } from './checks';
import { queryIndex, queryKeys } from './query';
import type { Page } from './query';
import { StorageRefusal } from './refusal';
import { Batch, EntityQuery, Item, KeyQuery, Transaction } from './request';
import { createTable } from './table';
import type { Table } from './table';
import { TextAnswer } from './text-answer';
import { applyTransaction } from './transaction';

export type StorageOptions = {
  store: PlatformStore;
  manifest: Manifest;
  meter: Meter;
  perform: Perform;
  /** Milliseconds of the site's clock. */
  now: () => number;
  /** A query does not see what was written less than this ago. */
  queryDelayMs: number;
};

/** Answers what @forge/kvs asks: a path like `/api/v1/set` and the JSON body. */
export type Storage = (path: string, body: unknown) => Promise<Response>;

/** The tables that an item can be in; `undefined` is the untyped store. */
type Tables = (entityName: string | undefined) => Table;

type Context = StorageOptions & { tables: Tables; secrets: Table };

type Operation = (body: unknown) => Promise<Response>;

/**
 * Forge's hosted storage.
 *
 * Source: https://developer.atlassian.com/platform/forge/storage-reference/ and @forge/kvs 1.6.5
 * Limits: as Forge documents; its rate limits are not modelled. Expired items vanish at once (Forge
 * may take 48 hours). Undeclared attributes are refused, which Forge's documentation leaves open.
 */
export function createStorage(options: StorageOptions): Storage {
  const context = { ...options, ...openTables(options) };
  const operations: Partial<Record<string, Operation>> = {
    ...itemOperations(context),
    ...batchOperations(context),
    ...queryOperations(context),
    '/api/v1/transaction': parsed(Transaction, async (transaction) => {
      await applyTransaction(context, transaction);
      return new Response(null, { status: 204 });
    }),
  };
  return async (path, body) => {
    if (!options.manifest.scopes.has('storage:app')) {
      return refuse(new StorageRefusal('FORBIDDEN', 'The scope storage:app is missing.', 403));
    }
    const operation = operations[path];
    if (!operation) return refuse(new StorageRefusal('NOT_MODELLED', `No operation ${path}.`, 501));
    return operation(body).catch(refuse);
  };
}

function openTables({ store, manifest, now, queryDelayMs }: StorageOptions): {
  tables: Tables;
  secrets: Table;
} {
  const open = (records: PlatformStore['kv'], part: 'kv' | 'secrets' | 'entities'): Table =>
    createTable(records, {
      now,
      queryDelayMs,
      onChange: () => {
        store.touch(part);
      },
    });
  const entities = new Map(
    [...manifest.entities.keys()].map((name) => {
      const records = store.entities.get(name) ?? new Map<string, StoredRecord>();
      store.entities.set(name, records);
      return [name, open(records, 'entities')];
    }),
  );
  const kv = open(store.kv, 'kv');
  return {
    secrets: open(store.secrets, 'secrets'),
    tables: (entityName) => {
      if (entityName === undefined) return kv;
      const table = entities.get(entityName);
      if (!table) {
        throw new StorageRefusal(
          'INVALID_ENTITY_TYPE',
          `The manifest has no entity ${entityName}.`,
        );
      }
      return table;
    },
  };
}

function itemOperations(context: Context): Record<string, Operation> {
  const { tables, secrets } = context;
  const plain = (): Table => tables(undefined);
  const typed = ({ entityName = '' }: Item): Table => tables(entityName);
  const operationsOf = (
    prefix: string,
    tableOf: (item: Item) => Table,
  ): Record<string, Operation> => ({
    [`/api/v1${prefix}/get`]: parsed(Item, async (item) => {
      const record = await readItem(context, tableOf(item), item);
      return record ? json(200, toAnswer(record)) : refuse(NOT_FOUND);
    }),
    [`/api/v1${prefix}/set`]: parsed(Item, async (item) => {
      const written = await writeItem(context, tableOf(item), item);
      const answer = item.options?.returnValue === 'PREVIOUS' ? written.previous : written.latest;
      const isWanted = item.options?.returnValue !== undefined && answer !== undefined;
      return isWanted ? json(200, toAnswer(answer)) : new Response('');
    }),
    [`/api/v1${prefix}/delete`]: parsed(Item, async (item) =>
      (await deleteItem(context, tableOf(item), item))
        ? new Response(null, { status: 204 })
        : refuse(NOT_FOUND),
    ),
  });
  return {
    ...operationsOf('', plain),
    ...operationsOf('/secret', () => secrets),
    ...operationsOf('/entity', typed),
  };
}

function batchOperations(context: Context): Record<string, Operation> {
  const { tables } = context;
  const tableOf = ({ entityName }: Item): Table => tables(entityName);
  return {
    '/api/v1/batch/get': batch(async (item) => {
      const record = await readItem(context, tableOf(item), item);
      if (!record) throw NOT_FOUND;
      return toAnswer(record);
    }),
    '/api/v1/batch/set': batch(async (item) => {
      await writeItem(context, tableOf(item), item);
      return { key: item.key };
    }),
    '/api/v1/batch/delete': batch(async (item) => {
      await deleteItem(context, tableOf(item), item);
      return { key: item.key };
    }),
  };
}

const MAX_BATCH = 25;

type BatchResult = { successfulKeys: object[]; failedKeys: object[] };

/** Best effort, key by key: what fails is in the answer, what went before stays done. */
function batch(run: (item: Item) => Promise<object>): Operation {
  return parsed(Batch, async (items) => {
    if (items.length > MAX_BATCH) {
      throw new StorageRefusal('TOO_MANY_OPERATIONS', 'A batch takes at most 25 keys.');
    }
    const result: BatchResult = { successfulKeys: [], failedKeys: [] };
    for (const item of items) await runOne(run, item, result);
    return json(200, result);
  });
}

async function runOne(
  run: (item: Item) => Promise<object>,
  item: Item,
  { successfulKeys, failedKeys }: BatchResult,
): Promise<void> {
  const names = item.entityName === undefined ? {} : { entityName: item.entityName };
  try {
    successfulKeys.push({ ...(await run(item)), ...names });
  } catch (error) {
    if (!(error instanceof StorageRefusal)) throw error;
    const { code, message } = error;
    failedKeys.push({ key: item.key, ...names, error: { code, message } });
  }
}

function queryOperations({ manifest, meter, perform, tables }: Context): Record<string, Operation> {
  const answer = async (query: () => Page): Promise<Response> =>
    perform('storage-read', () => {
      const { records, read, cursor } = query();
      meter.query(read.map(({ value }) => byteSize(value)));
      return json(200, { data: records.map(toAnswer), cursor });
    });
  return {
    '/api/v1/query': parsed(KeyQuery, (query) =>
      answer(() => queryKeys(tables(undefined).list(), query)),
    ),
    '/api/v1/entity/query': parsed(EntityQuery, (query) =>
      answer(() => {
        const table = tables(query.entityName);
        const index = manifest.entities.get(query.entityName)?.indexes.get(query.indexName);
        if (!index) {
          throw new StorageRefusal(
            'INVALID_ENTITY_INDEX',
            `The entity ${query.entityName} has no index ${query.indexName} in the manifest.`,
          );
        }
        return queryIndex(table.list(), index, query);
      }),
    ),
  };
}

async function readItem(
  { meter, perform }: Context,
  table: Table,
  item: Item,
): Promise<StoredRecord | undefined> {
  const key = checkKey(item.key);
  return perform('storage-read', () => {
    const record = table.get(key);
    meter.read(byteSize(record?.value));
    return record;
  });
}

async function writeItem(
  context: Context,
  table: Table,
  item: Item,
): Promise<ReturnType<Table['put']>> {
  const key = checkItem(context.manifest, item);
  return context.perform('storage-write', () => {
    context.meter.write(byteSize(item.value));
    return table.put(key, item.value, item.options);
  });
}

async function deleteItem({ meter, perform }: Context, table: Table, item: Item): Promise<boolean> {
  const key = checkKey(item.key);
  return perform('storage-write', () => {
    meter.write(0);
    return table.delete(key);
  });
}

function parsed<Body>(schema: z.ZodType<Body>, run: (body: Body) => Promise<Response>): Operation {
  return async (body) => {
    const result = schema.safeParse(body);
    if (result.success) return run(result.data);
    throw new StorageRefusal('INVALID_REQUEST', result.error.message);
  };
}

function toAnswer({ key, value, createdAt, updatedAt, expiresAt }: StoredRecord): object {
  const expiry = expiresAt === undefined ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, createdAt, updatedAt, ...expiry };
}

/** One for all: half of what a reading asks for is not there, and an error takes long to make. */
const NOT_FOUND = new StorageRefusal('KEY_NOT_FOUND', 'The specified key does not exist.', 404);

function refuse(error: unknown): Response {
  if (!(error instanceof StorageRefusal)) throw error;
  return json(error.status, { code: error.code, message: error.message });
}

function json(status: number, body: unknown): Response {
  return new TextAnswer(JSON.stringify(body), status);
}
