import type { EntityIndex } from '../manifest';
import type { StoredRecord } from '../store';

import { attributeOf, holds, order, passes } from './conditions';
import { StorageRefusal } from './refusal';
import type { EntityQuery, KeyQuery } from './request';

export type Page = { records: StoredRecord[]; cursor: string | undefined; read: StoredRecord[] };

type Position = { range: unknown; key: string };

const DEFAULT_LIMIT = 10;

/** Keys in order, those that begin as asked. */
export function queryKeys(
  records: readonly StoredRecord[],
  { limit, after, where }: KeyQuery,
): Page {
  const prefix = where?.[0]?.values[0] ?? '';
  const rows = records.filter(({ key }) => key.startsWith(prefix));
  return pageOf(rows, { limit, cursor: after, range: ({ key }) => key, direction: 1 });
}

/**
 * The items of one index. As on Forge, `filters` apply to a page that was already cut: a page may
 * be empty and still have a cursor to the next.
 */
export function queryIndex(
  records: readonly StoredRecord[],
  index: EntityIndex,
  query: EntityQuery,
): Page {
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw new StorageRefusal(
      'INVALID_PARTITION',
      `The index ${query.indexName} needs a value for: ${index.partition.join(', ') || 'nothing'}.`,
    );
  }
  const range = ({ key, value }: StoredRecord): unknown =>
    index.range === 'key' ? key : attributeOf(value, index.range);
  const rows = records
    .filter(({ value }) =>
      index.partition.every((name, at) => attributeOf(value, name) === partition[at]),
    )
    .filter((record) => range(record) !== undefined)
    .filter((record) => !query.range || holds(range(record), query.range));
  const direction = query.sort === 'DESC' ? -1 : 1;
  const page = pageOf(rows, { limit: query.limit, cursor: query.cursor, range, direction });
  return { ...page, records: page.read.filter(({ value }) => passes(query.filters, value)) };
}

type Paging = {
  limit: number | undefined;
  cursor: string | undefined;
  range: (record: StoredRecord) => unknown;
  direction: 1 | -1;
};

function pageOf(rows: readonly StoredRecord[], paging: Paging): Page {
  const { limit = DEFAULT_LIMIT, cursor, range, direction } = paging;
  if (limit < 1 || limit > 100) {
    throw new StorageRefusal(
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      'The page limit must be set between 1 and 100.',
    );
  }
  const position = (record: StoredRecord): Position => ({ range: range(record), key: record.key });
  const compare = (one: Position, other: Position): number =>
    direction * (order(one.range, other.range) || order(one.key, other.key));
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  const sorted = rows
    .filter((record) => after === undefined || compare(position(record), after) > 0)
    .sort((one, other) => compare(position(one), position(other)));
  const page = sorted.slice(0, limit);
  const last = page.at(-1);
  const next = sorted.length > limit && last ? toCursor(position(last)) : undefined;
  return { records: page, read: page, cursor: next };
}

function toCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function parseCursor(cursor: string): Position {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Position;
  } catch {
    throw new StorageRefusal('INVALID_CURSOR', 'The provided cursor is not valid.');
  }
}
