import type { IssueView } from '../../../src/api/contract';
import { mostUrgentFirst, type DependencyStatus } from './dependency-words';

/** All issues that the viewer may not see are one node: nobody is told which is which. */
const HIDDEN = 'hidden';

export type DependencyNode = {
  id: string;
  /** `null` for issues that the viewer may not see. */
  key: string | null;
  /** `null` for the issue that the panel is about. */
  status: DependencyStatus | null;
  /** How many issues it stands for. */
  count: number;
  isInCycle: boolean;
};
export type DependencyEdge = { from: string; to: string; status: DependencyStatus };
export type DependencyNet = { nodes: DependencyNode[]; edges: DependencyEdge[] };

/** The issue and all that it needs, as nodes and edges. */
export function dependencyNet({ key: issueKey, dependencies, order }: IssueView): DependencyNet {
  const idOf = (key: string | null): string => key ?? HIDDEN;
  const inCycles = new Set(order.cycles.flat());
  const nodes = new Map<string, DependencyNode>();
  const add = (key: string | null, status: DependencyStatus | null) => {
    const isInCycle = key !== null && inCycles.has(key);
    const known = nodes.get(idOf(key));
    const count = known && key === null ? known.count + 1 : 1;
    nodes.set(idOf(key), { id: idOf(key), key, status: known?.status ?? status, count, isInCycle });
  };

  add(issueKey, null);
  mostUrgentFirst(dependencies)
    .filter(({ key }) => key !== issueKey)
    .forEach(({ key, status }) => {
      add(key, status);
    });
  const edges = new Map(
    mostUrgentFirst(dependencies)
      .toReversed()
      .map(({ key, neededBy, status }) => {
        const edge = { from: idOf(neededBy), to: idOf(key), status };
        return [`${edge.from} ${edge.to}`, edge];
      }),
  );
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].filter(({ from, to }) => from !== to && nodes.has(from)),
  };
}
