import { oldestFirst } from '../lines/oldest-first';
import { createGraph, type CommitGraph } from '../lines/reachable';
import type { PresenceCommit } from './presence-facts';

/** A set of positions in the graph. */
export type Positions = { has: (position: number) => boolean };

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
  /** Where a commit and its ancestors are; no commit at all for one that was not read. */
  reachOf: (sha: string) => Positions;
  childrenOf: (sha: string) => readonly string[];
  /** The one that no other of them is an ancestor of; where ancestry does not say, the latest. */
  newest: (shas: readonly string[]) => string | undefined;
};

const SHORTEST_PREFIX = 7;
/** How many bytes of answers are kept at a time: each takes a bit per commit. */
const MOST_BYTES = 2 ** 26;

export function createHistory(unordered: readonly PresenceCommit[]): CommitHistory {
  const commits = oldestFirst([...new Map(unordered.map((one) => [one.sha, one])).values()]);
  const graph = createGraph(commits);
  const positionOf = (sha: string): number => graph.positionOf.get(sha) ?? -1;
  const reachAt = createReach(graph);
  const children = childIndex(commits);
  return {
    graph,
    commits,
    find: (sha) => commits[positionOf(sha)],
    resolve: createResolve(commits),
    isAncestor: (older, newer) =>
      older !== newer &&
      positionOf(older) < positionOf(newer) &&
      reachAt(positionOf(newer)).has(positionOf(older)),
    reachOf: (sha) => reachAt(positionOf(sha)),
    childrenOf: (sha) => children.get(sha) ?? [],
    newest: (shas) => shas.toSorted((one, other) => positionOf(one) - positionOf(other)).at(-1),
  };
}

type Bits = Uint32Array;
const hasBit = (bits: Bits, at: number): boolean => ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;

function addBit(bits: Bits, at: number): void {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
}

function addAll(bits: Bits, others: Bits): void {
  for (let word = 0; word < others.length; word += 1) {
    bits[word] = (bits[word] ?? 0) | (others[word] ?? 0);
  }
}

/** What a commit reaches is put together from what is known of its ancestors. */
function createReach(graph: CommitGraph): (position: number) => Positions {
  const words = Math.ceil(graph.shas.length / 32);
  const known = new Map<number, { bits: Bits; positions: Positions }>();
  const bitsOf = (start: number): Bits => {
    const bits = new Uint32Array(words);
    const stack = [start];
    for (let position = stack.pop(); position !== undefined; position = stack.pop()) {
      const whole = known.get(position);
      if (whole) addAll(bits, whole.bits);
      else if (position >= 0) addBit(bits, position);
      const next = whole ? [] : (graph.parents[position] ?? []);
      stack.push(...next.filter((parent) => !hasBit(bits, parent)));
    }
    return bits;
  };
  return (start) => {
    const found = known.get(start);
    if (found) return found.positions;
    const bits = bitsOf(start);
    const positions = { has: (position: number) => position >= 0 && hasBit(bits, position) };
    if (known.size * words * 4 > MOST_BYTES) known.clear();
    known.set(start, { bits, positions });
    return positions;
  };
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
