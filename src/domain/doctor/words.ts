/** `1 repository`, `12 repositories`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const NAMED = 3;

/** `a`, `a and b`, `a, b, c and 9 more`. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, names.length === NAMED + 1 ? NAMED + 1 : NAMED);
  const rest = names.length - shown.length;
  const listed = rest > 0 ? [...shown, `${rest.toLocaleString('en-US')} more`] : shown;
  const last = listed.at(-1) ?? '';
  return listed.length < 2 ? last : `${listed.slice(0, -1).join(', ')} and ${last}`;
}
