import type { CommitGraph } from '../lines/reachable';
import type { CommitHistory } from './commit-history';
import { createBetween, createMergeBase } from './graph-walks';
import type { PresenceFacts } from './presence-facts';

type Knowledge = {
  facts: Pick<PresenceFacts, 'treeOf'>;
  history: CommitHistory;
  undoersOf: (sha: string) => ReadonlySet<string>;
};

/**
 * Follows a change through the history: made, taken away, made again, and at each merge what git's
 * three-way merge does with it.
 */
export type ChangeLife = {
  /** Whether a ref has a change that these commits make, each of them alike. */
  isAlive: (makers: readonly string[], ref: string) => boolean;
  /** As `isAlive`, as if nobody had taken it away: `false` when a merge left it behind. */
  cameAlong: (makers: readonly string[], ref: string) => boolean;
  /** Reverts of the change, and those of what brought it back. */
  undoersOf: (makers: readonly string[]) => string[];
};

const GONE = 0;
const THERE = 1;
const NO_EVENT = -1;
/** How many bytes of answers are kept at a time: each takes one per commit. */
const MOST_BYTES = 2 ** 25;

/**
 * A change that the ref has no revert of, and that no merge could leave behind, is where its makers
 * are. Only the others need to be followed from commit to commit.
 */
export function createChangeLife(knowledge: Knowledge): ChangeLife {
  const { history } = knowledge;
  const { positionOf } = history.graph;
  const kept = keptParents(knowledge);
  const mayStay = leftBehind(history, kept);
  const baseOf = createMergeBase(history.graph);
  const lives = new Map<string, Uint8Array>();
  const follow = (events: Events): Uint8Array => {
    const key = [...events].map(([sha, state]) => `${sha} ${state}`).join();
    const life = lives.get(key) ?? simulate(history.graph, events, { kept, baseOf });
    if (lives.size * life.length > MOST_BYTES) lives.clear();
    lives.set(key, life);
    return life;
  };
  const isAt = (events: Events, ref: string): boolean => {
    const reach = history.reachOf(ref);
    const met = [...events].filter(([sha]) => reach.has(positionOf.get(sha) ?? -1));
    if (met.every(([sha, state]) => state === THERE && !mayStay.has(positionOf.get(sha) ?? -1))) {
      return met.length > 0;
    }
    return follow(events)[positionOf.get(ref) ?? -1] === THERE;
  };
  return {
    isAlive: (makers, ref) => isAt(eventsOf(knowledge, makers), ref),
    cameAlong: (makers, ref) => isAt(only(THERE, eventsOf(knowledge, makers)), ref),
    undoersOf: (makers) => [...only(GONE, eventsOf(knowledge, makers)).keys()],
  };
}

type Kept = ReadonlyMap<number, readonly number[]>;

/** By position: the parents whose tree a merge kept as it was; merges that made a tree of their own are not in it. */
function keptParents({ history, facts }: Knowledge): Kept {
  const kept = new Map<number, number[]>();
  history.commits.forEach(({ sha, parents }, position) => {
    const tree = parents.length > 1 ? facts.treeOf(sha) : undefined;
    const same = tree === undefined ? [] : parents.filter((one) => facts.treeOf(one) === tree);
    const positions = same.map((one) => history.graph.positionOf.get(one) ?? -1);
    if (positions.length > 0) kept.set(position, positions);
  });
  return kept;
}

/** What a merge brought that kept only another parent. */
function leftBehind({ graph }: CommitHistory, kept: Kept): ReadonlySet<number> {
  const between = createBetween(graph);
  const left = new Set<number>();
  for (const [merge, parents] of kept) {
    for (const one of parents.flatMap((parent) => between(parent, merge))) left.add(one);
  }
  return left;
}

type State = typeof GONE | typeof THERE;
type Events = Map<string, State>;

const only = (state: State, events: Events): Events =>
  new Map([...events].filter(([, one]) => one === state));

/** Reverts take the change away, their reverts bring it back, and so on. */
function eventsOf(knowledge: Knowledge, makers: readonly string[]): Events {
  const events: Events = new Map(makers.toSorted().map((sha) => [sha, THERE]));
  let layer: readonly string[] = makers;
  for (let state: State = GONE; layer.length > 0; state = state === GONE ? THERE : GONE) {
    const next = new Set(layer.flatMap((sha) => [...knowledge.undoersOf(sha)]));
    layer = [...next].filter((sha) => !events.has(sha));
    for (const sha of layer) events.set(sha, state);
  }
  return events;
}

type Merges = { kept: Kept; baseOf: (one: number, other: number) => number };

function simulate(graph: CommitGraph, events: Events, { kept, baseOf }: Merges): Uint8Array {
  const at = new Uint8Array(graph.shas.length);
  const changes = new Int8Array(graph.shas.length).fill(NO_EVENT);
  for (const [sha, state] of events) changes[graph.positionOf.get(sha) ?? -1] = state;
  const first = changes.findIndex((change) => change !== NO_EVENT);
  const parentsAt = (position: number): readonly number[] =>
    kept.get(position) ?? graph.parents[position] ?? [];
  for (let position = first; position >= 0 && position < at.length; position += 1) {
    const change = changes[position];
    at[position] = change === NO_EVENT ? merged(at, parentsAt(position), baseOf) : (change ?? GONE);
  }
  return at;
}

/**
 * Where the sides differ, the one that is not as their common ancestor wins. Of several sides each
 * is merged with all before it, and has the newest ancestor in common that it has with any of them.
 */
function merged(at: Uint8Array, parents: readonly number[], baseOf: Merges['baseOf']): number {
  const [first = -1, ...others] = parents;
  const stateAt = (position: number): number => at[position] ?? GONE;
  return others.reduce((state, other, index) => {
    if (stateAt(other) === state) return state;
    const before = parents.slice(0, index + 1);
    const base = Math.max(...before.map((one) => baseOf(one, other)));
    return stateAt(base) === state ? stateAt(other) : state;
  }, stateAt(first));
}
