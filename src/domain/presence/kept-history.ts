import type { CommitHistory } from './commit-history';
import type { PresenceFacts } from './presence-facts';

/** For a commit whose change did not come along: the merge that left it behind. */
type Dropped = ReadonlyMap<string, string>;

const NONE: Dropped = new Map();

/**
 * The commits that a ref reaches without having their change: each came in through a merge that
 * kept only its other parent, with a tree equal to that parent's. A later merge of the same branch
 * does not bring them either, for git takes them as merged.
 *
 * Merges whose trees are not known keep everything.
 */
export function droppedFrom(
  history: CommitHistory,
  ref: string,
  treeOf: PresenceFacts['treeOf'],
): ReadonlySet<string> {
  const reach = history.reachOf([ref]);
  const isReached = (sha: string): boolean => reach[history.graph.positionOf.get(sha) ?? -1] === 1;
  const merges = history.commits.filter(({ sha, parents }) => parents.length > 1 && isReached(sha));
  if (!merges.some((merge) => leftBehind(merge, treeOf).length > 0)) return new Set();
  const dropped = new Map<string, Dropped>();
  for (const { sha, parents } of history.commits.filter((one) => isReached(one.sha))) {
    const [only = ''] = parents;
    const inherited = dropped.get(only) ?? NONE;
    dropped.set(
      sha,
      parents.length > 1 ? droppedBy(history, { sha, parents }, treeOf, dropped) : inherited,
    );
  }
  return new Set(dropped.get(ref)?.keys());
}

type Merge = { sha: string; parents: readonly string[] };

/** The parents that a merge left behind: none when its tree is its own, or all theirs. */
function leftBehind({ sha, parents }: Merge, treeOf: PresenceFacts['treeOf']): string[] {
  const tree = treeOf(sha);
  if (tree === undefined || parents.some((parent) => treeOf(parent) === undefined)) return [];
  const others = parents.filter((parent) => treeOf(parent) !== tree);
  return others.length === parents.length ? [] : others;
}

function droppedBy(
  history: CommitHistory,
  merge: Merge,
  treeOf: PresenceFacts['treeOf'],
  dropped: ReadonlyMap<string, Dropped>,
): Dropped {
  const behind = leftBehind(merge, treeOf);
  const kept = merge.parents.filter((parent) => !behind.includes(parent));
  const joined = new Map(kept.flatMap((one) => stillDropped(history, one, kept, dropped)));
  if (behind.length === 0) return joined;
  const [there, gone] = [history.reachOf(kept), history.reachOf(behind)];
  history.graph.shas.forEach((sha, at) => {
    if (gone[at] === 1 && there[at] === 0) joined.set(sha, merge.sha);
  });
  return joined;
}

/**
 * What one parent lacks, the merge lacks, unless another parent has it from behind the merge that
 * left it: who has it from before never had it taken away.
 */
function stillDropped(
  history: CommitHistory,
  parent: string,
  parents: readonly string[],
  dropped: ReadonlyMap<string, Dropped>,
): [string, string][] {
  const holds = (other: string, sha: string): boolean =>
    other !== parent && history.isAncestor(sha, other) && !(dropped.get(other) ?? NONE).has(sha);
  const bringsBack = (other: string, sha: string, merge: string): boolean =>
    holds(other, sha) && history.isAncestor(merge, other);
  return [...(dropped.get(parent) ?? NONE)].filter(
    ([sha, merge]) => !parents.some((other) => bringsBack(other, sha, merge)),
  );
}
