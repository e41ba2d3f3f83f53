import { DirectedGraph } from 'graphology';
import { stronglyConnectedComponents } from 'graphology-components';

/** One thing that goes before another. */
export type Before = { first: string; then: string };

type Compare = (one: string, other: string) => number;

/**
 * Things in their order. What goes before each other in a circle is one group, sorted; of groups
 * that could go next the first by `compare` does. The same whatever the order of nodes and arrows;
 * arrows to what is not among the nodes are passed over.
 */
export function groupsInOrder(
  nodes: readonly string[],
  arrows: readonly Before[],
  compare: Compare,
): string[][] {
  // Most issues need no other, and thousands are put in order for one release.
  if (arrows.length === 0) return [...new Set(nodes)].sort(compare).map((node) => [node]);
  const groups = stronglyConnectedComponents(graphOf(nodes, arrows)).map((group) =>
    group.sort(compare),
  );
  const byName = new Map(groups.map((group) => [nameOf(group), group]));
  const groupOf = new Map(groups.flatMap((group) => group.map((node) => [node, nameOf(group)])));
  const condensed = arrows.map(({ first, then }) => ({
    first: groupOf.get(first) ?? '',
    then: groupOf.get(then) ?? '',
  }));
  const graph = graphOf([...byName.keys()], condensed);
  return takeOneByOne(graph, compare).map((name) => byName.get(name) ?? []);
}

const nameOf = ([first = '']: readonly string[]): string => first;

function graphOf(nodes: readonly string[], arrows: readonly Before[]): DirectedGraph {
  const graph = new DirectedGraph();
  for (const node of nodes) graph.mergeNode(node);
  for (const { first, then } of arrows) {
    if (first !== then && graph.hasNode(first) && graph.hasNode(then)) graph.mergeEdge(first, then);
  }
  return graph;
}

/** Kahn's algorithm; graphology-dag has it too, but its ties go by the order of the input. */
function takeOneByOne(graph: DirectedGraph, compare: Compare): string[] {
  const waiting = graph.nodes().sort(compare);
  const taken: string[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((node) => graph.inDegree(node) === 0);
    for (const node of waiting.splice(next, 1)) {
      taken.push(node);
      graph.dropNode(node);
    }
  }
  return taken;
}
