import { digestOf } from '../../digest';
import type { FoundItem } from './release-facts';

/** An open item; its id is made of what it is about, never of words that may change. */
export function foundItem(
  about: readonly (string | number | null)[],
  { code, text, ...more }: Pick<FoundItem, 'code' | 'text'> & Partial<Omit<FoundItem, 'id'>>,
): FoundItem {
  const id = digestOf([code, ...about]);
  return { id, code, text, issueKey: null, owner: null, url: null, shas: [], ...more };
}

/** Each once, the first of those with the same id. */
export const distinctItems = (items: readonly FoundItem[]): FoundItem[] =>
  [...new Map(items.toReversed().map((item) => [item.id, item])).values()].reverse();
