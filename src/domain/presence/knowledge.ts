import { createChangeLife, type ChangeLife } from './change-life';
import { createHistory, type CommitHistory } from './commit-history';
import type { KnownDiff } from './diff-fact';
import { normalisedTitle } from './normalised-title';
import type { PresenceFacts } from './presence-facts';
import { createSameChange, indexed, type SameChange } from './same-change';
import { createUndoersOf } from './undoers';

/** The facts of one repository with the indexes that every ref shares. */
export type Knowledge = {
  facts: PresenceFacts;
  history: CommitHistory;
  same: SameChange;
  undoersOf: (sha: string) => ReadonlySet<string>;
  life: ChangeLife;
  known: (sha: string) => KnownDiff | undefined;
  /** Commits with the same title, oldest first. */
  namesakes: (sha: string) => readonly string[];
  touching: (path: string) => readonly string[];
};

export function createKnowledge(facts: PresenceFacts): Knowledge {
  const history = createHistory(facts.commits);
  const known = (sha: string): KnownDiff | undefined => {
    const diff = facts.diffOf(sha);
    return diff?.status === 'known' ? diff : undefined;
  };
  const same = createSameChange(history, known, facts.ownedKeys);
  const undoersOf = createUndoersOf(history, same, known);
  const byTitle = indexed(history.commits, ({ message }) => normalisedTitle(message));
  const byPath = indexed(
    history.commits,
    ({ sha }) => known(sha)?.paths.map(({ path }) => path) ?? [],
  );
  return {
    facts,
    history,
    same,
    undoersOf,
    life: createChangeLife({ facts, history, undoersOf }),
    known,
    namesakes: (sha) => byTitle.get(normalisedTitle(history.find(sha)?.message ?? '')) ?? [],
    touching: (path) => byPath.get(path) ?? [],
  };
}
