import { isReachable, reachableFrom } from '../lines/reachable';
import type { Knowledge } from './knowledge';
import { droppedFrom } from './kept-history';
import { remembered } from './same-change';

/** What a ref has, and what became of it there. */
export type RefSide = {
  ref: string;
  /** Whether the ref reaches a commit and its change came along. */
  has: (sha: string) => boolean;
  /** Whether the ref reaches a commit, but a merge on the way kept only its other parent. */
  isDropped: (sha: string) => boolean;
  /** Whether a commit may stand where the history was not read. */
  isBeyondReading: (sha: string) => boolean;
  /** Commits that the ref has, oldest first. */
  shas: readonly string[];
  /** The newest revert that took the change of a commit away again, itself not undone. */
  undoneBy: (sha: string, change?: string) => string | null;
};

export function createRefSide(knowledge: Knowledge, ref: string): RefSide {
  const { history, facts } = knowledge;
  const dropped = droppedFrom(history, ref, facts.treeOf);
  const reach = reachableFrom(history.graph, ref);
  const has = (sha: string): boolean => reach.shas.has(sha) && !dropped.has(sha);
  const undoneItself = remembered((sha): { by: string | null } => ({
    by: newestUndoer(sha, undoersOf(knowledge, sha)),
  }));
  function newestUndoer(sha: string, undoers: ReadonlySet<string>): string | null {
    const later = [...undoers].filter((one) => has(one) && history.isAncestor(sha, one));
    const position = (one: string): number => history.graph.positionOf.get(one) ?? -1;
    const effective = later.filter((one) => undoneItself(one).by === null);
    return effective.toSorted((one, other) => position(one) - position(other)).at(-1) ?? null;
  }
  return {
    ref,
    has,
    isDropped: (sha) => dropped.has(sha),
    isBeyondReading: (sha) => isReachable(history.graph, reach, sha) === 'unknown',
    shas: history.graph.shas.filter(has),
    undoneBy: (sha, change = sha) =>
      undoneItself(sha).by ??
      (change === sha ? null : newestUndoer(sha, undoersOf(knowledge, change))),
  };
}

/** Commits that undo a change: by name, by title, by the merge that brought it, or by their patch. */
export function undoersOf(knowledge: Knowledge, change: string): ReadonlySet<string> {
  const { same, revertersOf, inversesOf, mergeReverts, history } = knowledge;
  const all = same.all(change);
  const isBrought = (sha: string, merge: string, mainline: string | null): boolean =>
    (sha === merge || history.isAncestor(sha, merge)) &&
    mainline !== null &&
    sha !== mainline &&
    !history.isAncestor(sha, mainline);
  const byMerge = mergeReverts.filter(({ undone }) =>
    [...all].some((sha) => isBrought(sha, undone.sha, undone.mainline)),
  );
  return new Set(
    [
      ...[...all].flatMap((sha) => [...revertersOf(sha), ...inversesOf(sha)]),
      ...byMerge.map(({ revert }) => revert),
    ].filter((sha) => !all.has(sha)),
  );
}
