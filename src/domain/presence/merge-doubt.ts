import { createGraph, type CommitGraph } from '../lines/reachable';
import { oldestFirst } from '../lines/oldest-first';
import { createBetween, createMergeBases } from './graph-walks';
import { intersection, meetSides, readSide, type Move, type Side } from './merge-side';
import type { PresenceFacts } from './presence-facts';

/** What files tell whether a merge changed something itself: of each of these commits. */
export type MergeQuestion = {
  merge: string;
  parents: readonly [ours: string, theirs: string];
  /** The newest common ancestors of the parents; several after merges in both directions. */
  bases: readonly string[];
  /** The common ancestor of two bases; `null` where there is one base, or none for certain. */
  root: string | null;
  /** Files that both sides may have changed, sorted. */
  paths: readonly string[];
  /** Files that a side may have moved, where one of `paths` is the old name or the new. */
  moves: readonly Move[];
  /** Whether all is known that the side changed. */
  isKnown: readonly [ours: boolean, theirs: boolean];
};

/**
 * `nothing`: its sides changed no file in common. `missing`: the diffs that tell what a side changed.
 * `unread`: nobody can tell.
 */
export type MergeDoubt =
  | { status: 'nothing' }
  | { status: 'ask'; question: MergeQuestion }
  | { status: 'missing'; diffs: readonly string[] }
  | { status: 'unread' };

export type MergeFacts = Pick<PresenceFacts, 'commits' | 'diffOf'>;

const MOST_PATHS = 300;
const MOST_MISSING = 200;

/**
 * Whether a merge may have changed something itself. Git joins by itself what one side alone changed;
 * an edit that somebody made in the merge to such a file is not found. A merge of more than two is
 * made by git only where no two sides changed the same.
 */
export function createMergeDoubts(facts: MergeFacts): (sha: string) => MergeDoubt {
  const commits = oldestFirst(facts.commits);
  const graph = createGraph(commits);
  const between = createBetween(graph);
  const basesOf = createMergeBases(graph);
  const inner = new Map<number, Side>();

  function sidesOf(position: number, innerOf: (merge: number) => Side): [Side, Side] {
    const [ours = -1, theirs = -1] = graph.parents[position] ?? [];
    const read = (older: number, newer: number, at: 0 | 1): Side =>
      readSide({ commits, graph, diffOf: facts.diffOf, innerOf, at }, between(older, newer));
    return [read(theirs, ours, 0), read(ours, theirs, 1)];
  }

  /** What an inner merge may have changed itself; of merges within its sides nothing is asked. */
  function innerOf(position: number): Side {
    const known = inner.get(position) ?? meetSides(sidesOf(position, () => NO_SIDE));
    inner.set(position, known);
    return known;
  }

  return (sha) => {
    const position = graph.positionOf.get(sha) ?? -1;
    const parents = graph.parents[position] ?? [];
    if (parents.length !== 2) return { status: 'nothing' };
    if (parents.includes(-1)) return { status: 'unread' };
    const sides = sidesOf(position, innerOf);
    if (!sides.some(isWhole)) return withMissing(sides);
    const paths = sharedPaths(sides);
    if (paths.length === 0) return { status: 'nothing' };
    if (paths.length > MOST_PATHS) return { status: 'unread' };
    return { status: 'ask', question: toQuestion({ graph, position, basesOf, sides, paths }) };
  };
}

const NO_SIDE: Side = { paths: new Set(), moves: [], missing: [], isCut: false };
const isWhole = ({ missing, isCut }: Side): boolean => missing.length === 0 && !isCut;

/** Of the side that takes fewer. */
function withMissing(sides: readonly Side[]): MergeDoubt {
  const [fewer] = sides
    .filter(({ isCut }) => !isCut)
    .toSorted((one, other) => one.missing.length - other.missing.length);
  const isTooMuch = fewer === undefined || fewer.missing.length > MOST_MISSING;
  return isTooMuch ? { status: 'unread' } : { status: 'missing', diffs: fewer.missing };
}

function sharedPaths(sides: readonly [Side, Side]): string[] {
  const whole = sides.filter(isWhole).map(({ paths }) => paths);
  const [first = new Set<string>(), second] = whole;
  return [...(second ? intersection(first, second) : first)].sort();
}

type Found = {
  graph: CommitGraph;
  position: number;
  basesOf: (one: number, other: number) => number[];
  sides: readonly [Side, Side];
  paths: readonly string[];
};

function toQuestion({ graph, position, basesOf, sides, paths }: Found): MergeQuestion {
  const shaAt = (at: number): string => graph.shas[at] ?? '';
  const basesAt = ([one = -1, other = -1]: readonly number[]): number[] => basesOf(one, other);
  const parents = graph.parents[position] ?? [];
  const bases = basesAt(parents);
  const [root, second] = bases.length === 2 ? basesAt(bases) : [];
  const [ours = '', theirs = ''] = parents.map(shaAt);
  return {
    merge: shaAt(position),
    parents: [ours, theirs],
    bases: bases.map(shaAt),
    root: root === undefined || second !== undefined ? null : shaAt(root),
    paths,
    moves: movesOf(sides, paths),
    isKnown: [isWhole(sides[0]), isWhole(sides[1])],
  };
}

/** Also of files that were moved twice. */
function movesOf(sides: readonly Side[], paths: readonly string[]): Move[] {
  return sides.flatMap(({ moves }) => {
    const names = new Set(paths);
    const found = new Set<Move>();
    for (const name of names) {
      for (const move of moves.filter(({ from, to }) => from === name || to === name)) {
        found.add(move);
        names.add(move.to);
        names.add(move.from);
      }
    }
    return [...found];
  });
}
