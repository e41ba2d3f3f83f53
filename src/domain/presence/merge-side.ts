import type { CommitGraph } from '../lines/reachable';
import { touchedBy, type ChangedPath, type Touched } from './diff-fact';
import type { PresenceCommit, PresenceFacts } from './presence-facts';

/** A commit of one side took `from` away and made `to`. */
export type Move = { from: string; to: string; at: 0 | 1 };

/** What one side of a merge changed since the sides parted. */
export type Side = {
  paths: ReadonlySet<string>;
  moves: readonly Move[];
  /** Commits whose diff nobody asked for yet. */
  missing: readonly string[];
  /** Whether a diff of the side, or its history, did not come whole. */
  isCut: boolean;
};

type SideFacts = {
  commits: readonly PresenceCommit[];
  graph: CommitGraph;
  diffOf: PresenceFacts['diffOf'];
  /** What a merge on the side may have changed itself, where nobody has told yet. */
  innerOf: (position: number) => Side;
  at: 0 | 1;
};

/** In a commit that makes more files, only one of the same last name or content is the moved one. */
const MOST_MADE = 20;

export function readSide(facts: SideFacts, positions: readonly number[]): Side {
  return joinSides(positions.map((position) => readOne(facts, position)));
}

function readOne(facts: SideFacts, position: number): Side {
  const [sha = '', parents = []] = [facts.graph.shas[position], facts.graph.parents[position]];
  const diff = facts.diffOf(sha);
  const cut = { ...NONE, isCut: parents.includes(-1) };
  const inner = parents.length > 1 ? facts.innerOf(position) : NONE;
  const touched = touchedBy(diff);
  if (touched) return joinSides([toSide(touched, facts.at), movedBy(inner), cut]);
  if (parents.length > 1) return joinSides([{ ...inner, moves: [] }, cut]);
  return diff ? { ...NONE, isCut: true } : joinSides([{ ...NONE, missing: [sha] }, cut]);
}

const toSide = (diff: Touched, at: 0 | 1): Side => ({
  ...NONE,
  paths: new Set(diff.paths.map(({ path }) => path)),
  moves: movesIn(diff, at),
});

/** A merge that joined a moved file with a changed one left it otherwise than any commit did. */
const movedBy = (inner: Side): Side => ({
  ...NONE,
  paths: new Set(inner.moves.map(({ to }) => to)),
});

const NONE: Side = { paths: new Set(), moves: [], missing: [], isCut: false };

function movesIn({ paths }: Touched, at: 0 | 1): Move[] {
  const gone = paths.filter(({ after }) => after === null);
  const made = paths.filter(({ before, after }) => before === null && after !== null);
  const isAlike = (from: ChangedPath, to: ChangedPath): boolean =>
    made.length <= MOST_MADE || from.before === to.after || lastName(from) === lastName(to);
  return gone.flatMap((from) =>
    made.filter((to) => isAlike(from, to)).map((to) => ({ from: from.path, to: to.path, at })),
  );
}

const lastName = ({ path }: ChangedPath): string => path.slice(path.lastIndexOf('/') + 1);

function joinSides(sides: readonly Side[]): Side {
  return {
    paths: new Set(sides.flatMap(({ paths }) => [...paths])),
    moves: sides.flatMap(({ moves }) => moves),
    missing: [...new Set(sides.flatMap(({ missing }) => missing))],
    isCut: sides.some(({ isCut }) => isCut),
  };
}

/**
 * The files that both sides of an inner merge changed, as far as one of them is whole: it may have
 * changed them itself, or joined them under a new name.
 */
export function meetSides(sides: readonly [Side, Side]): Side {
  const whole = sides.filter(({ missing, isCut }) => missing.length === 0 && !isCut);
  const [first, second] = whole;
  if (first === undefined) return withFewer(sides);
  const shared = second ? intersection(first.paths, second.paths) : first.paths;
  const moves = sides.flatMap((side) => side.moves).filter(({ from }) => shared.has(from));
  return { ...NONE, paths: new Set([...shared, ...moves.map(({ to }) => to)]), moves };
}

function withFewer(sides: readonly Side[]): Side {
  const [fewer] = sides
    .filter(({ isCut }) => !isCut)
    .toSorted((one, other) => one.missing.length - other.missing.length);
  return fewer ? { ...NONE, missing: fewer.missing } : { ...NONE, isCut: true };
}

export const intersection = (
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): ReadonlySet<string> => new Set([...one].filter((path) => other.has(path)));
