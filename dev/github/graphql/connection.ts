/** Where an item stands in its list: cursors stay good when others move. */
type Key = readonly [number, number];
export type PageArgs = { first?: number | null; last?: number | null; after?: string | null };

export type Connection<T> = {
  totalCount: number;
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

const toCursor = (key: Key): string => Buffer.from(`cursor:${key.join(':')}`).toString('base64');

function readCursor(cursor: string): Key {
  const [, one, other] = Buffer.from(cursor, 'base64').toString().split(':');
  return [Number(one), Number(other)];
}

const comparing = (one: Key, other: Key): number => one[0] - other[0] || one[1] - other[1];

/** An item with its key; lists are ordered by it, upwards. */
export type Keyed<T> = { key: Key; item: T };

/** Lists that only their order sorts. */
export const keyedByPlace = <T>(items: readonly T[]): Keyed<T>[] =>
  items.map((item, index) => ({ key: [index, 0], item }));

/** The items of a page, with what comes before and after. */
export function cutPage<T>(
  items: readonly Keyed<T>[],
  { first, last, after }: PageArgs,
): Keyed<T>[] {
  const start = after ? readCursor(after) : null;
  const rest = start ? items.filter(({ key }) => comparing(key, start) > 0) : items;
  return typeof first === 'number' ? rest.slice(0, first) : rest.slice(-(last ?? 0));
}

/** GitHub's page of a list. */
export function toConnection<T, N>(
  items: readonly Keyed<T>[],
  args: PageArgs,
  toNode: (item: T) => N,
): Connection<N> {
  const page = cutPage(items, args);
  const edges = page.map(({ key, item }) => ({ node: toNode(item), cursor: toCursor(key) }));
  const [start, end] = [page[0], page.at(-1)];
  return {
    totalCount: items.length,
    nodes: edges.map(({ node }) => node),
    edges,
    pageInfo: {
      hasNextPage: end !== undefined && end !== items.at(-1),
      hasPreviousPage: start !== undefined && start !== items[0],
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
