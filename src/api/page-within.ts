/** A reply may have 500 KB; what else is in it needs room, too. */
const PAGE_BYTES = 300_000;

/** As many items from `start` on as fit, at least one; `next` is where the rest begins. */
export function pageWithin<Item>(
  items: readonly Item[],
  start: number,
  mostBytes: number = PAGE_BYTES,
): { items: Item[]; next: number | null } {
  let bytes = 0;
  let end = start;
  while (end < items.length) {
    bytes += Buffer.byteLength(JSON.stringify(items[end]));
    if (bytes > mostBytes && end > start) break;
    end += 1;
  }
  return { items: items.slice(start, end), next: end < items.length ? end : null };
}
