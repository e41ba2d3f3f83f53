import type { Commit } from '../commit';

type Node = Pick<Commit, 'sha' | 'parents'>;

/** Commits by position; a parent that was not read has the position `-1`. */
export type CommitGraph = {
  shas: readonly string[];
  positionOf: ReadonlyMap<string, number>;
  parents: readonly (readonly number[])[];
  /** The shas of the parents, read or not. */
  parentShas: readonly (readonly string[])[];
};

/** What a ref reaches, itself included, as far as it was read. */
export type Reach = {
  shas: ReadonlySet<string>;
  /** Commits that the walk met but that were not read: the history goes on behind them. */
  unread: ReadonlySet<string>;
};

/** A graph to walk, in the order of `commits`; of several with one sha the first counts. */
export function createGraph(commits: readonly Node[]): CommitGraph {
  const distinct = [...new Map(commits.toReversed().map((one) => [one.sha, one])).values()];
  distinct.reverse();
  const positionOf = new Map(distinct.map(({ sha }, position) => [sha, position]));
  return {
    shas: distinct.map(({ sha }) => sha),
    positionOf,
    parents: distinct.map(({ parents }) => parents.map((sha) => positionOf.get(sha) ?? -1)),
    parentShas: distinct.map(({ parents }) => parents),
  };
}

/** Walks from a commit to all its ancestors. A commit that is not in the graph is itself unread. */
export function reachableFrom(graph: CommitGraph, sha: string): Reach {
  const start = graph.positionOf.get(sha);
  if (start === undefined) return { shas: new Set(), unread: new Set([sha]) };
  const seen = new Uint8Array(graph.shas.length);
  const stack = [start];
  const reach = { shas: new Set<string>(), unread: new Set<string>() };
  seen[start] = 1;
  for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
    reach.shas.add(graph.shas[position] ?? '');
    collectUnread(graph, position, reach.unread);
    const next = (graph.parents[position] ?? []).filter((parent) => seen[parent] === 0);
    for (const parent of next) seen[parent] = 1;
    stack.push(...new Set(next));
  }
  return reach;
}

function collectUnread(graph: CommitGraph, position: number, unread: Set<string>): void {
  graph.parents[position]?.forEach((parent, index) => {
    if (parent === -1) unread.add(graph.parentShas[position]?.[index] ?? '');
  });
}

/**
 * Whether a ref reaches a commit. Where its history was cut, the commit may stand behind the cut:
 * then the answer is `unknown`, unless the commit itself descends from every commit behind which
 * the reading ended, for nothing is an ancestor of its own ancestor.
 */
export function isReachable(graph: CommitGraph, reach: Reach, sha: string): boolean | 'unknown' {
  if (reach.shas.has(sha)) return true;
  if (reach.unread.size === 0) return false;
  if (!graph.positionOf.has(sha)) return 'unknown';
  const own = reachableFrom(graph, sha);
  const isNewer = [...reach.unread].every((cut) => own.unread.has(cut) || own.shas.has(cut));
  return isNewer ? false : 'unknown';
}
