import type { CommitHistory } from './commit-history';
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
};

const GONE = 0;
const THERE = 1;
const NO_EVENT = -1;

export function createChangeLife(knowledge: Knowledge): ChangeLife {
  const { graph } = knowledge.history;
  const kept = keptParents(knowledge);
  const lives = new Map<string, Uint8Array>();
  const isAt = (makers: readonly string[], ref: string, withReverts: boolean): boolean => {
    const key = `${withReverts ? 'all' : 'made'} ${makers.toSorted().join(' ')}`;
    const life =
      lives.get(key) ?? simulate(knowledge, eventsOf(knowledge, makers, withReverts), kept);
    lives.set(key, life);
    return life[graph.positionOf.get(ref) ?? -1] === THERE;
  };
  return {
    isAlive: (makers, ref) => isAt(makers, ref, true),
    cameAlong: (makers, ref) => isAt(makers, ref, false),
  };
}

/** By position: the parents whose tree a merge kept as it was; merges that made a tree of their own are not in it. */
function keptParents({ history, facts }: Knowledge): Map<number, number[]> {
  const kept = new Map<number, number[]>();
  history.commits.forEach(({ sha, parents }, position) => {
    const tree = parents.length > 1 ? facts.treeOf(sha) : undefined;
    const same = tree === undefined ? [] : parents.filter((one) => facts.treeOf(one) === tree);
    const positions = same.map((one) => history.graph.positionOf.get(one) ?? -1);
    if (positions.length > 0) kept.set(position, positions);
  });
  return kept;
}

type Events = Map<string, typeof GONE | typeof THERE>;

/** Reverts take the change away, their reverts bring it back, and so on. */
function eventsOf(knowledge: Knowledge, makers: readonly string[], withReverts: boolean): Events {
  const events: Events = new Map(makers.map((sha) => [sha, THERE]));
  let layer: readonly string[] = withReverts ? makers : [];
  for (
    let state: typeof GONE | typeof THERE = GONE;
    layer.length > 0;
    state = state === GONE ? THERE : GONE
  ) {
    const next = new Set(layer.flatMap((sha) => [...knowledge.undoersOf(sha)]));
    layer = [...next].filter((sha) => !events.has(sha));
    for (const sha of layer) events.set(sha, state);
  }
  return events;
}

function simulate(
  knowledge: Knowledge,
  events: Events,
  kept: ReadonlyMap<number, readonly number[]>,
): Uint8Array {
  const { graph } = knowledge.history;
  const at = new Uint8Array(graph.shas.length);
  const changes = new Int8Array(graph.shas.length).fill(NO_EVENT);
  for (const [sha, state] of events) changes[graph.positionOf.get(sha) ?? -1] = state;
  const first = changes.findIndex((change) => change !== NO_EVENT);
  const parentsAt = (position: number): readonly number[] =>
    kept.get(position) ?? graph.parents[position] ?? [];
  for (let position = first; position >= 0 && position < at.length; position += 1) {
    const change = changes[position];
    at[position] =
      change === NO_EVENT ? merged(knowledge, at, parentsAt(position)) : (change ?? GONE);
  }
  return at;
}

/** Where the sides differ, the one that is not as their common ancestor wins. */
function merged({ history }: Knowledge, at: Uint8Array, parents: readonly number[]): number {
  const [first = -1, ...others] = parents;
  let state = at[first] ?? GONE;
  for (const other of others) {
    const theirs = at[other] ?? GONE;
    if (theirs === state) continue;
    const base = newestCommon(history, first, other);
    state = (at[base] ?? GONE) === state ? theirs : state;
  }
  return state;
}

function newestCommon(history: CommitHistory, one: number, other: number): number {
  const shaAt = (position: number): string => history.graph.shas[position] ?? '';
  const [ours, theirs] = [history.reachOf([shaAt(one)]), history.reachOf([shaAt(other)])];
  let position = Math.min(one, other);
  while (position >= 0 && !(ours[position] === 1 && theirs[position] === 1)) position -= 1;
  return position;
}
