import type { Perform } from '../invocation';
import type { Manifest } from '../manifest';
import type { Meter } from '../meter';

import { byteSize, checkItem, checkKey } from './checks';
import { passes } from './conditions';
import { StorageRefusal } from './refusal';
import type { Item, SetOptions, Transaction } from './request';
import type { Table } from './table';

export type TransactionContext = {
  manifest: Manifest;
  meter: Meter;
  perform: Perform;
  tables: (entityName: string | undefined) => Table;
};

const MAX_OPERATIONS = 25;
const MAX_BYTES = 4 * 1024 * 1024;

/** All of it or nothing. Sets and deletes cost a write each, checks a read each. */
export async function applyTransaction(
  context: TransactionContext,
  transaction: Transaction,
): Promise<void> {
  const { set, check } = transaction;
  const operations = [...set, ...transaction.delete, ...check];
  checkShape(operations);
  for (const item of operations) checkOperation(context, item);
  for (const item of set) checkItem(context.manifest, item);
  const kind = operations.length === check.length ? 'storage-read' : 'storage-write';
  await context.perform(kind, () => {
    charge(context.meter, transaction);
    const failing = operations.find((item) => !isMet(context, item));
    if (failing) {
      throw new StorageRefusal(
        'CONDITIONAL_CHECK_FAILED',
        `The condition on ${String(failing.key)} is not met.`,
      );
    }
    for (const item of set) {
      tableOf(context, item).put(checkKey(item.key), item.value, onlyTtl(item));
    }
    for (const item of transaction.delete) tableOf(context, item).delete(checkKey(item.key));
  });
}

/** A transaction knows no key policy: its conditions are there for that. */
function onlyTtl({ options }: Item): SetOptions {
  return options?.ttl ? { ttl: options.ttl } : {};
}

function checkShape(operations: readonly Item[]): void {
  if (operations.length === 0) {
    throw new StorageRefusal('INVALID_TRANSACTION_REQUEST', 'A transaction needs an operation.');
  }
  if (operations.length > MAX_OPERATIONS) {
    throw new StorageRefusal('TOO_MANY_OPERATIONS', 'A transaction takes at most 25 operations.');
  }
  const names = operations.map(({ entityName, key }) => JSON.stringify([entityName, key]));
  if (new Set(names).size < names.length) {
    throw new StorageRefusal('DUPLICATE_KEY', 'A transaction may name each key only once.');
  }
  if (byteSize(operations) > MAX_BYTES) {
    throw new StorageRefusal('MAX_SIZE', 'A transaction takes at most 4 MB.');
  }
}

function checkOperation(context: TransactionContext, item: Item): void {
  checkKey(item.key);
  tableOf(context, item);
  if (item.conditions && item.entityName === undefined) {
    throw new StorageRefusal(
      'INVALID_TRANSACTION_REQUEST',
      'Only entity items can have conditions.',
    );
  }
}

function isMet(context: TransactionContext, item: Item): boolean {
  if (!item.conditions) return true;
  return passes(item.conditions, tableOf(context, item).get(checkKey(item.key))?.value);
}

function charge(meter: Meter, transaction: Transaction): void {
  for (const { value } of transaction.set) meter.write(byteSize(value));
  transaction.delete.forEach(() => {
    meter.write(0);
  });
  transaction.check.forEach(() => {
    meter.read(0);
  });
}

function tableOf({ tables }: TransactionContext, { entityName }: Item): Table {
  return tables(entityName);
}
