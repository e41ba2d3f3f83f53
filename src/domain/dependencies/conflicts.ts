import type { Edge, EdgeConflict } from './edge';
import { compareKeys } from './key-order';
import { isDirected } from './order';

/**
 * Pairs of issues of which one source says that the first needs the second, and another the opposite.
 * They are a cycle as well: until somebody corrects one of the two, the issues can only travel together.
 * Shared pull requests bind both sides and contradict nothing.
 */
export function conflictsIn(edges: readonly Edge[]): EdgeConflict[] {
  const directed = edges
    .map((edge) => ({ ...edge, sources: edge.sources.filter(isDirected) }))
    .filter(({ sources }) => sources.length > 0);
  return directed
    .flatMap((edge): EdgeConflict[] => {
      const opposite = directed.find(({ from, to }) => from === edge.to && to === edge.from);
      if (!opposite || compareKeys(edge.from, edge.to) > 0) return [];
      return [{ one: edge.from, other: edge.to, sources: [...edge.sources, ...opposite.sources] }];
    })
    .sort((a, b) => compareKeys(a.one, b.one) || compareKeys(a.other, b.other));
}
