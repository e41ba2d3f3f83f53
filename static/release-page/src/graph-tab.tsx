import {
  Background,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import type { GraphNode, GraphView } from '../../../src/api/contract';
import { DEPENDENCY } from '../../issue-panel/src/dependency-words';
import { LevelBadge } from '../../issue-panel/src/level';
import { useGraph } from './api';
import './graph.css';
import { GraphList } from './graph-list';
import { layOut, NODE_HEIGHT, NODE_WIDTH } from './graph-layout';
import { LookedUp } from './looked-up';
import type { TabProps } from './tab-props';
import { useAddress } from './use-address';

/** Who needs whom: a picture to move about in, and the same as a list. */
export function GraphTab({ choice }: TabProps) {
  const query = useGraph(choice);
  return (
    <LookedUp query={query} what="who needs whom">
      {(graph) =>
        graph.edges.length === 0 ? (
          <p className="subtle">No issue of this release needs another one.</p>
        ) : (
          <div className="graph-columns">
            <Picture graph={graph} />
            <GraphList graph={graph} />
          </div>
        )
      }
    </LookedUp>
  );
}

type IssueNode = Node<{ node: GraphNode }, 'issue'>;

const NODE_TYPES = { issue: IssueBox };

function Picture({ graph }: { graph: GraphView }) {
  const [, change] = useAddress();
  const { nodes, edges } = useMemo(() => toFlow(graph), [graph]);
  return (
    <div
      className="flow"
      role="group"
      aria-label="Picture of who needs whom; the list says the same"
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.05 }}
        minZoom={0.05}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        preventScrolling={false}
        zoomOnScroll={false}
        ariaLabelConfig={{
          'node.a11yDescription.default': 'Press Enter to open the issue.',
          'node.a11yDescription.keyboardDisabled': 'Press Enter to open the issue.',
        }}
        onNodeClick={(_, { data: { node } }) => {
          if (node.kind === 'issue') change({ tab: undefined, issue: node.id });
        }}
        onKeyDown={(event) => {
          const id = event.target instanceof Element && event.target.getAttribute('data-id');
          const isIssue = graph.nodes.some((node) => node.id === id && node.kind === 'issue');
          if (event.key === 'Enter' && typeof id === 'string' && isIssue) {
            change({ tab: undefined, issue: id });
          }
        }}
      >
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

function toFlow(graph: GraphView): { nodes: IssueNode[]; edges: Edge[] } {
  const places = layOut(graph);
  return {
    nodes: graph.nodes.map((node) => ({
      id: node.id,
      type: 'issue',
      position: places.get(node.id) ?? { x: 0, y: 0 },
      data: { node },
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      ariaLabel: labelOf(node),
    })),
    edges: graph.edges.map(({ from, to, status }) => ({
      id: `${from} ${to}`,
      source: from,
      target: to,
      className: `flow-edge flow-${status}`,
      label: status === 'missing' || status === 'unresolved' ? DEPENDENCY[status] : null,
      markerEnd: { type: MarkerType.ArrowClosed },
    })),
  };
}

const labelOf = ({ key, summary, kind, isInCycle }: GraphNode): string =>
  [
    key ?? 'A hidden issue',
    summary ?? '',
    kind === 'outside' ? 'not in this release' : '',
    isInCycle ? 'in a cycle' : '',
  ]
    .filter(Boolean)
    .join(', ');

function IssueBox({ data: { node } }: NodeProps<IssueNode>) {
  const { key, summary, verdict, kind, isInCycle } = node;
  return (
    <div className={`flow-node flow-node-${kind}${isInCycle ? ' flow-node-cycle' : ''}`}>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <p className="flow-key">
        <strong>{key ?? 'Hidden issue'}</strong>
        {verdict && <LevelBadge level={verdict} />}
        {kind === 'outside' && <span className="flow-outside">not in it</span>}
      </p>
      <p className="flow-summary">{isInCycle ? `↻ ${summary ?? ''}` : summary}</p>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
