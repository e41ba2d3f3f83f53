import { useState, type ReactNode } from 'react';

type Props<Item> = {
  items: readonly Item[];
  limit: number;
  /** What the button says of those that are not shown: `3 more`. */
  moreWords: (others: readonly Item[]) => string;
  children: (shown: readonly Item[]) => ReactNode;
};

/** The first items of a list, and a button that shows the others and hides them again. */
export function FirstFew<Item>({ items, limit, moreWords, children }: Props<Item>) {
  const [showsAll, setShowsAll] = useState(false);
  const others = items.slice(limit);

  return (
    <>
      {children(showsAll ? items : items.slice(0, limit))}
      {others.length > 0 && (
        <button
          type="button"
          className="text-button"
          aria-expanded={showsAll}
          onClick={() => {
            setShowsAll(!showsAll);
          }}
        >
          {showsAll ? `Only the first ${limit}` : moreWords(others)}
        </button>
      )}
    </>
  );
}
