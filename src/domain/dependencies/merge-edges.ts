import type { Edge, EdgeSource, EdgeSourceKind } from './edge';
import { compareKeys, compareText } from './key-order';

const KINDS = [
  'jira-link',
  'trailer',
  'pull-request',
  'sub-task',
  'stacked-pull-request',
  'shared-pull-request',
] as const satisfies readonly EdgeSourceKind[];

/** One edge for each pair and direction, with every source once, sorted; no issue needs itself. */
export function mergeEdges(edges: readonly Edge[]): Edge[] {
  const merged = new Map<string, Edge>();
  for (const { from, to, sources } of edges) {
    if (from === to) continue;
    const before = merged.get(`${from} ${to}`)?.sources ?? [];
    merged.set(`${from} ${to}`, { from, to, sources: [...before, ...sources] });
  }
  return [...merged.values()]
    .map((edge) => ({ ...edge, sources: distinct(edge.sources) }))
    .sort((one, other) => compareKeys(one.from, other.from) || compareKeys(one.to, other.to));
}

function distinct(sources: readonly EdgeSource[]): EdgeSource[] {
  const byName = new Map(sources.map((source) => [nameOf(source), source]));
  return [...byName.entries()]
    .sort(([one], [other]) => compareText(one, other))
    .map(([, one]) => one);
}

const nameOf = ({ kind, text, url, isBlocking }: EdgeSource): string =>
  [KINDS.indexOf(kind), text, url ?? '', isBlocking].join('\n');
