import Button from '@atlaskit/button/new';
import { useState, type ReactNode } from 'react';

type Props<Item> = {
  items: readonly Item[];
  /** How many are shown before somebody asks for all. */
  limit: number;
  /** What the items are, in the plural: `commits`. */
  noun: string;
  children: (shown: readonly Item[]) => ReactNode;
};

/** The first items, and a button for the rest. */
export function PagedList<Item>({ items, limit, noun, children }: Props<Item>) {
  const [showsAll, setShowsAll] = useState(false);
  const isCut = items.length > limit && !showsAll;

  return (
    <>
      {children(isCut ? items.slice(0, limit) : items)}
      {isCut && (
        <div className="paged-more">
          <Button
            onClick={() => {
              setShowsAll(true);
            }}
          >{`Show all ${items.length} ${noun}`}</Button>
          <span className="subtle">{`${limit} shown`}</span>
        </div>
      )}
    </>
  );
}
