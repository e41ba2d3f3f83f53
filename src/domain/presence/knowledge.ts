import { createHistory, type CommitHistory } from './commit-history';
import type { ChangedPath, KnownDiff } from './diff-fact';
import { normalisedTitle } from './normalised-title';
import type { PresenceFacts } from './presence-facts';
import { revertsIn, type Undone } from './reverts';
import { createSameChange, indexed, type SameChange } from './same-change';

/** The facts of one repository with the indexes that every ref shares. */
export type Knowledge = {
  facts: PresenceFacts;
  history: CommitHistory;
  same: SameChange;
  /** What each revert says that it undoes. */
  reverts: ReadonlyMap<string, readonly Undone[]>;
  /** Reverts by the commit that they name. */
  revertersOf: (sha: string) => readonly string[];
  /** Reverts of all that a merge brought. */
  mergeReverts: readonly { revert: string; undone: Undone }[];
  /** Commits that undo a diff, by patch or by putting each file back as it was. */
  inversesOf: (sha: string) => readonly string[];
  known: (sha: string) => KnownDiff | undefined;
  /** Commits with the same title, oldest first. */
  namesakes: (sha: string) => readonly string[];
  touching: (path: string) => readonly string[];
};

const BLOB_DIGITS = 7;

export function createKnowledge(facts: PresenceFacts): Knowledge {
  const history = createHistory(facts.commits);
  const known = (sha: string): KnownDiff | undefined => {
    const diff = facts.diffOf(sha);
    return diff?.status === 'known' ? diff : undefined;
  };
  const same = createSameChange(history, facts.diffOf);
  const reverts = revertsIn(history);
  const undone = [...reverts].flatMap(([revert, all]) =>
    all.map((one) => ({ revert, undone: one })),
  );
  const byTitle = indexed(history.commits, ({ message }) => normalisedTitle(message));
  const bySwap = indexed(history.commits, ({ sha }) => swapOf(known(sha), 'before', 'after'));
  const byPath = indexed(
    history.commits,
    ({ sha }) => known(sha)?.paths.map(({ path }) => path) ?? [],
  );
  const targets = (sha: string): string[] => reverts.get(sha)?.map((one) => one.sha) ?? [];
  const byTarget = indexed(history.commits, ({ sha }) => targets(sha));
  return {
    facts,
    history,
    same,
    reverts,
    revertersOf: (sha) => byTarget.get(sha) ?? [],
    mergeReverts: undone.filter((one) => one.undone.mainline !== null),
    inversesOf: (sha) => [
      ...same.withPatch(known(sha)?.inverseId ?? null),
      ...swapOf(known(sha), 'after', 'before').flatMap((key) => bySwap.get(key) ?? []),
    ],
    known,
    namesakes: (sha) => byTitle.get(normalisedTitle(history.find(sha)?.message ?? '')) ?? [],
    touching: (path) => byPath.get(path) ?? [],
  };
}

type Side = 'before' | 'after';

/** Each file with what it was and what it became; nothing where the diff does not say it of all. */
function swapOf(diff: KnownDiff | undefined, first: Side, second: Side): string[] {
  if (!diff || diff.paths.length === 0 || diff.paths.some((one) => !hasBlobs(one))) return [];
  const digits = (blob: string | null): string => blob?.slice(0, BLOB_DIGITS) ?? '-';
  const each = diff.paths.map(
    (one) => `${one.path}\0${digits(one[first])}\0${digits(one[second])}`,
  );
  return [each.sort().join('\n')];
}

/** A change of the mode alone has the same blob on both sides and is its own opposite. */
const hasBlobs = ({ before, after }: ChangedPath): boolean =>
  before !== 'unread' && after !== 'unread' && before !== after;
