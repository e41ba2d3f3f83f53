import { commitTitle } from '../commit';
import { parseRevertTitle, type RevertTitle } from '../ownership/revert-title';
import type { CommitHistory } from './commit-history';
import { normalise } from './normalised-title';
import type { PresenceCommit } from './presence-facts';

const REVERTED =
  /\bThis reverts commit ([0-9a-f]{7,64})\b(?:[,\s]+reversing\s+changes made to ([0-9a-f]{7,64})\b)?/gi;

/** What a revert undoes: a commit, or all that a merge brought to one of its parents. */
export type Undone = { sha: string; mainline: string | null };

/** `undoes` is `false` for a change and for what brings it back. */
type Entry = { sha: string; subject: string; isRevert: boolean; undoes: boolean };

/**
 * Each commit that says that it undoes another one, with what it undoes: the commits that it names,
 * or else by its title. `Revert "T"` answers the newest commit before it that made T and that no
 * other revert answered, `Reapply "T"` the newest revert of T. Commits of one title that came
 * together from two branches are picks of each other and are answered at once. An empty commit
 * neither undoes anything nor is there anything of it to undo.
 */
export function revertsIn(
  history: CommitHistory,
  isEmpty: (sha: string) => boolean,
): Map<string, Undone[]> {
  const titles = revertTitles(history);
  const entries = new Map<string, Entry[]>();
  for (const { subject } of titles.values()) entries.set(normalise(subject), []);
  const found = new Map<string, Undone[]>();
  for (const commit of history.commits.filter(({ sha }) => !isEmpty(sha))) {
    const revert = titles.get(commit.sha) ?? null;
    const title = revert === null ? commitTitle(commit.message) : revert.subject;
    const same = entries.get(normalise(title)) ?? [];
    const entry = {
      ...{ sha: commit.sha, subject: title },
      ...{ isRevert: revert !== null, undoes: revert?.undoes === true },
    };
    const named = namedBy(commit, history, entry.isRevert);
    const undone = named.length > 0 ? named : answered(history, same, entry, found);
    found.set(commit.sha, undone);
    same.push(entry);
  }
  return found;
}

function revertTitles(history: CommitHistory): Map<string, RevertTitle> {
  return new Map(
    history.commits.flatMap(({ sha, message }): [string, RevertTitle][] => {
      const title = parseRevertTitle(commitTitle(message));
      return title === null ? [] : [[sha, title]];
    }),
  );
}

/** In the message of a squash the words of an inner revert do not make the whole a revert. */
function namedBy(
  { sha, message }: PresenceCommit,
  history: CommitHistory,
  isRevertTitle: boolean,
): Undone[] {
  if (!isRevertTitle && /^\* +\S/m.test(message)) return [];
  return [...message.matchAll(REVERTED)]
    .map(([, named = '', mainline]) => toUndone(history, history.resolve(named), mainline))
    .filter((one) => one.sha !== sha && history.find(one.sha) !== undefined);
}

function toUndone(history: CommitHistory, sha: string, named?: string): Undone {
  const [first = null, ...others] = history.find(sha)?.parents ?? [];
  if (others.length === 0) return { sha, mainline: null };
  return { sha, mainline: named === undefined ? first : history.resolve(named) };
}

function answered(
  history: CommitHistory,
  before: readonly Entry[],
  revert: Entry,
  found: ReadonlyMap<string, readonly Undone[]>,
): Undone[] {
  if (!revert.isRevert) return [];
  const isEarlier = ({ sha }: Entry): boolean => history.isAncestor(sha, revert.sha);
  const taken = new Set(
    before.filter(isEarlier).flatMap(({ sha }) => found.get(sha)?.map((one) => one.sha) ?? []),
  );
  const open = before.filter(({ sha, undoes }) => undoes !== revert.undoes && !taken.has(sha));
  const earlier = open.filter(isEarlier);
  const newest = earlier.at(-1);
  // A picked revert may stand where the change has another title.
  const meant = newest
    ? asWritten(
        revert,
        earlier.filter(({ sha }) => !history.isAncestor(sha, newest.sha)),
      )
    : asWritten(revert, open).slice(-1);
  return meant.map(({ sha }) => toUndone(history, sha));
}

/** Those of exactly the title that a revert names, or all when none has it. */
function asWritten({ subject }: Entry, entries: readonly Entry[]): readonly Entry[] {
  const exact = entries.filter((one) => one.subject === subject);
  return exact.length > 0 ? exact : entries;
}
