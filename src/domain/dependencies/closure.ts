import type { Edge } from './edge';
import { compareKeys } from './key-order';
import { mergeEdges } from './merge-edges';

/** Everything that an issue needs, and what that needs in turn. */
export type Closure = {
  /** The issue itself and all that it needs, the nearest first. */
  issues: string[];
  /** All that is said of who needs whom among them, and of what was left out. Sorted. */
  edges: Edge[];
  /** Issues that were not asked for because there are too many; none when the closure is whole. Sorted. */
  omitted: string[];
  /** Issues of which nobody knows yet whom they need: read them and ask again. Sorted. */
  unread: string[];
};

/** Real bundles are far smaller; a chain of this length is somebody's mistake. */
const CLOSURE_LIMIT = 200;

/**
 * Walks from the root along what each issue needs, level by level, in the order of keys, so that a
 * closure that is cut is always cut at the same place. `edgesOf` answers `undefined` for an issue that
 * nobody read yet.
 */
export function closureOf(
  root: string,
  edgesOf: (key: string) => readonly Edge[] | undefined,
  limit: number = CLOSURE_LIMIT,
): Closure {
  const issues = new Set([root]);
  const omitted = new Set<string>();
  const read = new Map<string, readonly Edge[] | undefined>();
  // A set that grows while it is walked.
  for (const key of issues) {
    const edges = edgesOf(key);
    read.set(key, edges);
    for (const needed of neededBy(key, edges ?? []).filter((one) => !issues.has(one))) {
      (issues.size < limit ? issues : omitted).add(needed);
    }
  }
  const isFollowed = ({ from, to }: Edge): boolean =>
    issues.has(from) && (issues.has(to) || omitted.has(to));
  const said = [...read.values()].flatMap((edges) => edges ?? []);
  return {
    issues: [...issues],
    edges: mergeEdges(said.filter(isFollowed)),
    omitted: [...omitted].sort(compareKeys),
    unread: [...issues].filter((key) => !read.get(key)).sort(compareKeys),
  };
}

const neededBy = (key: string, edges: readonly Edge[]): string[] =>
  edges
    .filter(({ from }) => from === key)
    .map(({ to }) => to)
    .sort(compareKeys);
