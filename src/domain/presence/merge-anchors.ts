export type Lines = readonly string[];

/** The lines of the common ancestor, of one side and of the other. */
export type Sides = readonly [base: Lines, ours: Lines, theirs: Lines];

/** Where one and the same line stands in each of them. */
export type Anchor = readonly [base: number, ours: number, theirs: number];

/** The lines that occur once in each text, in an order that all of them have. */
export function anchorsOf([base, ours, theirs]: Sides): Anchor[] {
  const [inBase, inOurs, inTheirs] = [onceIn(base), onceIn(ours), onceIn(theirs)];
  const anchors = [...inBase].flatMap(([line, at]): Anchor[] => {
    const [one, other] = [inOurs.get(line), inTheirs.get(line)];
    return one === undefined || other === undefined ? [] : [[at, one, other]];
  });
  return longestRising(
    longestRising(anchors, ([, at]) => at),
    ([, , at]) => at,
  );
}

function onceIn(lines: Lines): Map<string, number> {
  const once = new Map<string, number>();
  const seen = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (seen.has(line)) once.delete(line);
    else once.set(line, at);
    seen.add(line);
  }
  return once;
}

type Link<T> = { item: T; before: Link<T> | null };

/** Patience sorting. */
function longestRising<T>(items: readonly T[], numberOf: (item: T) => number): T[] {
  const tops: Link<T>[] = [];
  for (const item of items) {
    const at = countBelow(tops, ({ item: top }) => numberOf(top) < numberOf(item));
    tops[at] = { item, before: tops[at - 1] ?? null };
  }
  const rising: T[] = [];
  for (let link = tops.at(-1) ?? null; link; link = link.before) rising.push(link.item);
  return rising.reverse();
}

/** How many of the first, which are all below before any that is not. */
function countBelow<T>(sorted: readonly T[], isBelow: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted.slice(middle, middle + 1).some(isBelow)) low = middle + 1;
    else high = middle;
  }
  return low;
}
