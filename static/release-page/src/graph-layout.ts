import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { GraphView } from '../../../src/api/contract';

export const NODE_WIDTH = 220;
export const NODE_HEIGHT = 56;

/** Upper left corners, from left (needs) to right (is needed). Pixels. */
export function layOut({
  nodes,
  edges,
}: Pick<GraphView, 'nodes' | 'edges'>): Map<string, { x: number; y: number }> {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 150 });
  nodes.forEach(({ id }) => graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT }));
  edges.forEach(({ from, to }) => graph.setEdge(from, to, {}));
  layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return [id, { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 }];
    }),
  );
}
