type Step = { from: string; to: string };

/**
 * The promotion of a release when not all of it is said: into the last line from the one before it; beside
 * a line that is named, the one before or after. A route of one line has the step to itself. `null`
 * without a route.
 */
export function usualRelease(
  route: readonly string[],
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Step | null {
  const last = route.at(-1);
  if (last === undefined) return null;
  const start = from ?? before(route, to ?? last);
  return { from: start, to: to ?? (from === undefined ? last : after(route, from)) };
}

const before = (route: readonly string[], line: string): string =>
  route[route.indexOf(line) - 1] ?? line;

const after = (route: readonly string[], line: string): string =>
  route.includes(line) ? (route[route.indexOf(line) + 1] ?? line) : line;
