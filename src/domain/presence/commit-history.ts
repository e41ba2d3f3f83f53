import { oldestFirst } from '../lines/oldest-first';
import { createGraph, type CommitGraph } from '../lines/reachable';
import type { PresenceCommit } from './presence-facts';

/** The commits of a repository, parents before children, and who descends from whom. */
export type CommitHistory = {
  graph: CommitGraph;
  /** Oldest first. */
  commits: readonly PresenceCommit[];
  find: (sha: string) => PresenceCommit | undefined;
  /** The sha that 7 or more digits stand for; the digits themselves when none or several do. */
  resolve: (prefix: string) => string;
  /** Whether `older` is an ancestor of `newer`; no commit is its own. */
  isAncestor: (older: string, newer: string) => boolean;
  /** 1 at the position of each ancestor of any of the commits, and of themselves. */
  reachOf: (shas: readonly string[]) => Uint8Array;
  childrenOf: (sha: string) => readonly string[];
  /** The one that no other of them is an ancestor of; where ancestry does not say, the latest. */
  newest: (shas: readonly string[]) => string | undefined;
};

const SHORTEST_PREFIX = 7;
/** How many answers are kept at a time: each takes a byte per commit. */
const MOST_REACHES = 500;

export function createHistory(unordered: readonly PresenceCommit[]): CommitHistory {
  const commits = oldestFirst([...new Map(unordered.map((one) => [one.sha, one])).values()]);
  const graph = createGraph(commits);
  const reached = new Map<string, Uint8Array>();
  const positionOf = (sha: string): number => graph.positionOf.get(sha) ?? -1;
  const ancestors = (sha: string): Uint8Array => {
    const known = reached.get(sha) ?? walk(graph, [positionOf(sha)]);
    if (reached.size > MOST_REACHES) reached.clear();
    reached.set(sha, known);
    return known;
  };
  const children = childIndex(commits);
  return {
    graph,
    commits,
    find: (sha) => commits[positionOf(sha)],
    resolve: createResolve(commits),
    isAncestor: (older, newer) =>
      older !== newer &&
      positionOf(older) < positionOf(newer) &&
      ancestors(newer)[positionOf(older)] === 1,
    reachOf: (shas) => {
      const [only] = shas;
      return shas.length === 1 && only !== undefined
        ? ancestors(only)
        : walk(graph, shas.map(positionOf));
    },
    childrenOf: (sha) => children.get(sha) ?? [],
    newest: (shas) => shas.toSorted((one, other) => positionOf(one) - positionOf(other)).at(-1),
  };
}

function walk(graph: CommitGraph, starts: readonly number[]): Uint8Array {
  const seen = new Uint8Array(graph.shas.length);
  const stack = starts.filter((position) => position !== -1);
  for (const start of stack) seen[start] = 1;
  for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
    const next = (graph.parents[position] ?? []).filter((one) => one !== -1 && seen[one] === 0);
    for (const parent of next) seen[parent] = 1;
    stack.push(...new Set(next));
  }
  return seen;
}

function childIndex(commits: readonly PresenceCommit[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const { sha, parents } of commits) {
    for (const parent of parents) children.set(parent, [...(children.get(parent) ?? []), sha]);
  }
  return children;
}

function createResolve(commits: readonly PresenceCommit[]): (prefix: string) => string {
  const index = new Map<string, string[]>();
  for (const { sha } of commits) {
    const short = sha.slice(0, SHORTEST_PREFIX);
    index.set(short, [...(index.get(short) ?? []), sha]);
  }
  return (prefix) => {
    const written = prefix.toLowerCase();
    const meant = index.get(written.slice(0, SHORTEST_PREFIX)) ?? [];
    const [sha, second] = meant.filter((one) => one.startsWith(written));
    return sha !== undefined && second === undefined ? sha : written;
  };
}
