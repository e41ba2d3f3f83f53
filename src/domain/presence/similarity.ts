const LINE = /(?<=\n)/;

/** The part of the longer text, from 0 to 1, that stands in lines of both; empty texts have nothing in common. */
export function similarity(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const line of one.split(LINE)) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of other.split(LINE)) {
    const count = left.get(line) ?? 0;
    if (count > 0) common += line.length;
    left.set(line, count - 1);
  }
  return common / Math.max(one.length, other.length, 1);
}
