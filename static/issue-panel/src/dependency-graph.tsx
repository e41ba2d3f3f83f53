import { useId, type MouseEvent } from 'react';
import type { IssueView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { openIssue, useSiteUrl } from './api';
import './dependency-graph.css';
import { layOut, NODE_HEIGHT, NODE_WIDTH, type PlacedEdge } from './dependency-layout';
import { dependencyNet, type DependencyNode } from './dependency-net';
import { DEPENDENCY_SHAPE } from './dependency-status';
import { DEPENDENCY } from './dependency-words';

/** A picture of what the list below it says: who needs whom, from left to right. */
export function DependencyGraph({ view }: { view: IssueView }) {
  const marker = useId();
  const net = dependencyNet(view);
  const { width, height, nodes, edges } = layOut(net);
  const placeOf = new Map(nodes.map((node) => [node.id, node]));

  return (
    <div
      className="graph-scroll"
      role="region"
      aria-label="Picture of the dependencies"
      tabIndex={0}
    >
      <svg
        className="graph"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={`Who needs whom: ${plural(net.nodes.length, 'issue')}, from left to right. The list below says the same.`}
      >
        <defs>
          <marker
            id={marker}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path className="graph-arrow" d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {edges.map((edge) => (
          <Edge key={`${edge.from} ${edge.to}`} edge={edge} marker={marker} />
        ))}
        {net.nodes.map((node) => (
          <g
            key={node.id}
            transform={`translate(${placeOf.get(node.id)?.x ?? 0} ${placeOf.get(node.id)?.y ?? 0})`}
          >
            <Node node={node} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Edge({ edge: { points, status }, marker }: { edge: PlacedEdge; marker: string }) {
  return (
    <polyline
      className={`graph-edge graph-edge-${status}`}
      points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      markerEnd={`url(#${marker})`}
      aria-hidden="true"
    />
  );
}

function Node({ node }: { node: DependencyNode }) {
  const siteUrl = useSiteUrl();
  const { key, status } = node;
  const box = <NodeBox node={node} />;

  if (key === null || status === null) return box;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openIssue(key);
  };
  return (
    <a
      className="graph-link"
      href={`${siteUrl ?? ''}/browse/${key}`}
      target="_blank"
      rel="noreferrer"
      aria-label={`${key}: ${nodeWords(node)}`}
      onClick={open}
    >
      {box}
    </a>
  );
}

function NodeBox({ node }: { node: DependencyNode }) {
  const { key, status, count, isInCycle } = node;
  return (
    <g className={`graph-node graph-node-${status ?? 'self'}`}>
      {isInCycle && (
        <rect
          className="graph-cycle"
          x="-4"
          y="-4"
          width={NODE_WIDTH + 8}
          height={NODE_HEIGHT + 8}
          rx="8"
        />
      )}
      <rect className="graph-box" width={NODE_WIDTH} height={NODE_HEIGHT} rx="4" />
      <text className="graph-key" x="12" y="18">
        {key ?? plural(count, 'hidden issue')}
      </text>
      {status !== null && (
        <path
          className="graph-shape"
          transform="translate(12 24) scale(.75)"
          d={DEPENDENCY_SHAPE[status]}
        />
      )}
      <text className="graph-word" x={status === null ? 12 : 30} y="34">
        {nodeWords(node)}
      </text>
    </g>
  );
}

function nodeWords({ status, isInCycle }: DependencyNode): string {
  const word =
    status === null
      ? 'this issue'
      : status === 'hidden'
        ? 'you may not see it'
        : DEPENDENCY[status];
  return isInCycle ? `${word}, in a cycle` : word;
}
