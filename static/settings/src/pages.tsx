import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';

type Props<Item> = {
  items: readonly Item[];
  size: number;
  /** What the items are, in the plural: `repositories`. */
  noun: string;
  children: (shown: readonly Item[]) => ReactNode;
};

/** Items page by page. Give it a `key` of whatever filters them, so that a new filter begins at the first page. */
export function Pages<Item>({ items, size, noun, children }: Props<Item>) {
  const [wanted, setWanted] = useState(0);
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const page = Math.min(wanted, last);
  const from = page * size;
  const to = Math.min(from + size, items.length);

  return (
    <>
      {children(items.slice(from, to))}
      {last > 0 && (
        <nav className="pages" aria-label={`Pages of ${noun}`}>
          <Button
            isDisabled={page === 0}
            onClick={() => {
              setWanted(page - 1);
            }}
          >
            Previous
          </Button>
          <span className="subtle" role="status">{`${from + 1}–${to} of ${items.length}`}</span>
          <Button
            isDisabled={page === last}
            onClick={() => {
              setWanted(page + 1);
            }}
          >
            Next
          </Button>
        </nav>
      )}
    </>
  );
}
