import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { DependencyStatus } from './dependency-words';
import type { DependencyNet } from './dependency-net';

export const NODE_WIDTH = 164;
export const NODE_HEIGHT = 44;
const MARGIN = 8;

type Point = { x: number; y: number };
export type PlacedNode = {
  id: string;
  /** Of its upper left corner. */
  x: number;
  y: number;
};
export type PlacedEdge = { from: string; to: string; status: DependencyStatus; points: Point[] };
export type Picture = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] };

/** Places the issues from left (needs) to right (is needed). Pixels. */
export function layOut({ nodes, edges }: DependencyNet): Picture {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 12,
    ranksep: 56,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  nodes.forEach(({ id }) => graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT }));
  edges.forEach(({ from, to }) => graph.setEdge(from, to, {}));
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id);
      return { id, x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
    }),
    edges: edges.map((edge) => ({
      ...edge,
      points: graph.edge(edge.from, edge.to).points ?? [],
    })),
  };
}
