import type { ReactNode } from 'react';
import type { ReplyFailure } from '../../shared/reply-failure';
import { Failure } from './failure';

type Query<Item> = {
  data: { items: Item[] }[] | undefined;
  error: ReplyFailure | null;
  isFetching: boolean;
  refetch: () => unknown;
};

type Props<Item> = {
  query: Query<Item>;
  /** What is asked for: `the reasons`. */
  what: string;
  /** Said when there is none. */
  none: string;
  children: (items: Item[]) => ReactNode;
};

/** Entries of a tab: waiting, failed, none, or those that are there while the others still come. */
export function Part<Item>({ query, what, none, children }: Props<Item>) {
  const { data, error, isFetching, refetch } = query;
  const items = data?.flatMap((page) => page.items) ?? [];

  return (
    <>
      {error && (
        <Failure
          title={`${items.length > 0 ? 'Not all' : 'None'} of ${what} could be had`}
          message={error.message}
          isTrying={isFetching}
          onTryAgain={() => void refetch()}
        />
      )}
      {items.length > 0 && children(items)}
      {isFetching && <Coming count={items.length} what={what} />}
      {isNone(query, items) && <p className="subtle">{none}</p>}
    </>
  );
}

const isNone = (
  { isFetching, error }: Pick<Query<unknown>, 'isFetching' | 'error'>,
  items: readonly unknown[],
): boolean => items.length === 0 && !isFetching && !error;

function Coming({ count, what }: { count: number; what: string }) {
  return (
    <p role="status" className="subtle">
      {count > 0 ? `${count} of ${what} so far…` : `Looking up ${what}…`}
    </p>
  );
}
