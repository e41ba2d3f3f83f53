import type { Dependency } from '../domain/dependencies/edge';
import type { JudgedBundle, JudgedIssue } from '../domain/release/judged-issue';
import type { GraphEdge, GraphNode, GraphView } from './contract';
import { pageWithin } from './page-within';

/** Who needs whom in a bundle, from what its viewer may see of it. */
export function presentGraph({ issues, order }: JudgedBundle): GraphView {
  const found = distinct(issues.flatMap(edgesOf));
  const { items: edges } = pageWithin(found, 0);
  const inCycle = new Set(order.cycles.flat());
  const known = new Map(issues.map((issue) => [issue.key, issue]));
  const summaries = new Map(
    issues.flatMap(({ dependencies }) =>
      dependencies.flatMap(({ key, summary }) => (key === null ? [] : [[key, summary] as const])),
    ),
  );
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return {
    nodes: ids.map((id) => toNode(id, { known, summaries, inCycle })),
    edges,
    cycles: order.cycles,
    conflicts: conflictsIn(issues),
    left: found.length - edges.length,
  };
}

const HIDDEN = 'hidden of ';

function edgesOf({ key, dependencies }: JudgedIssue): GraphEdge[] {
  return dependencies
    .filter(({ neededBy }) => neededBy !== null)
    .map((one, index) => toEdge(one, key, `${HIDDEN}${key} ${index + 1}`));
}

const toEdge = (
  { key, neededBy, status, why, sources }: Dependency,
  issueKey: string,
  nameless: string,
): GraphEdge => ({
  from: neededBy ?? issueKey,
  to: key ?? nameless,
  ...{ status, why },
  sources: [...new Set(sources.map(({ kind }) => kind))],
});

/** What an issue needs in turn is told by each that needs it. */
const distinct = (edges: readonly GraphEdge[]): GraphEdge[] => [
  ...new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge])).values(),
];

type Facts = {
  known: ReadonlyMap<string, JudgedIssue>;
  summaries: ReadonlyMap<string, string | null>;
  inCycle: ReadonlySet<string>;
};

function toNode(id: string, { known, summaries, inCycle }: Facts): GraphNode {
  if (id.startsWith(HIDDEN)) {
    return { id, key: null, summary: null, verdict: null, kind: 'hidden', isInCycle: false };
  }
  const issue = known.get(id);
  return {
    ...{ id, key: id },
    summary: issue?.summary ?? summaries.get(id) ?? null,
    verdict: issue?.verdict ?? null,
    kind: issue ? 'issue' : 'outside',
    isInCycle: inCycle.has(id),
  };
}

function conflictsIn(issues: readonly JudgedIssue[]): GraphView['conflicts'] {
  const all = issues
    .flatMap(({ conflicts }) => conflicts)
    .map(({ one, other, sources }) => ({
      ...{ one, other },
      sources: [...new Set(sources.map(({ text }) => text))],
    }));
  return [...new Map(all.map((found) => [`${found.one} ${found.other}`, found])).values()];
}
