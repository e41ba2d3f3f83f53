import type { CommitHistory } from './commit-history';
import type { KnownDiff, Touched } from './diff-fact';
import { revertsIn } from './reverts';
import { indexed, remembered, type SameChange } from './same-change';

const BLOB_DIGITS = 7;

type Sources = {
  history: CommitHistory;
  same: SameChange;
  known: (sha: string) => KnownDiff | undefined;
  touched: (sha: string) => Touched | undefined;
};

/**
 * The commits that undo a change, or the change of one that carries the same: by its sha, by title,
 * by undoing the merge that brought it, by the inverse patch, or by putting each file back as it was;
 * and the picks of these. `twins` are commits that made the same lines where their file has another
 * name: who has both and undoes one of them has neither.
 */
export function createUndoersOf(
  { history, same, known, touched }: Sources,
  twins: (sha: string) => readonly string[],
): (sha: string) => ReadonlySet<string> {
  const reverts = revertsIn(history, (sha) => known(sha)?.patchId === null);
  const byTarget = indexed(history.commits, ({ sha }) =>
    (reverts.get(sha) ?? []).map((one) => one.sha),
  );
  const bySwap = indexed(history.commits, ({ sha }) => swapOf(touched(sha), 'before', 'after'));
  const ofMerges = [...reverts].flatMap(([revert, undone]) =>
    undone.flatMap(({ sha, mainline }) =>
      mainline === null ? [] : [{ revert, merge: sha, mainline }],
    ),
  );
  const isBrought = (sha: string, merge: string, mainline: string): boolean =>
    history.isAncestor(sha, merge) && sha !== mainline && !history.isAncestor(sha, mainline);
  const undoersOfOne = (sha: string): string[] => [
    ...(byTarget.get(sha) ?? []),
    ...ofMerges
      .filter(({ merge, mainline }) => isBrought(sha, merge, mainline))
      .map(({ revert }) => revert),
    ...same.withPatch(known(sha)?.inverseId ?? null),
    ...swapOf(touched(sha), 'after', 'before').flatMap((key) => bySwap.get(key) ?? []),
  ];
  return remembered((sha) => {
    const all = same.all(sha);
    const makers = new Set([...all].flatMap((one) => [one, ...twins(one)]));
    const undoers = [...makers].flatMap(undoersOfOne).flatMap((one) => [...same.all(one)]);
    return new Set(undoers.filter((one) => !all.has(one)));
  });
}

/** Commits that undo a revert of a change: picked to a line, they bring it there. */
export const reapplies = (undoersOf: (sha: string) => ReadonlySet<string>, sha: string): string[] =>
  [...undoersOf(sha)].flatMap((revert) => [...undoersOf(revert)]);

type Side = 'before' | 'after';

/** Each file with what it was and what it became; nothing where the diff does not say it of all. */
function swapOf(diff: Touched | undefined, first: Side, second: Side): string[] {
  const paths = diff?.paths ?? [];
  // A change of the mode alone has the same blob on both sides and would be its own opposite.
  const isTold = paths.every(
    ({ before, after }) => before !== 'unread' && after !== 'unread' && before !== after,
  );
  if (paths.length === 0 || !isTold) return [];
  const digits = (blob: string | null): string => blob?.slice(0, BLOB_DIGITS) ?? '-';
  const each = paths.map((one) => `${one.path}\0${digits(one[first])}\0${digits(one[second])}`);
  return [each.sort().join('\n')];
}
