import { createChangeLife, type ChangeLife } from './change-life';
import { createHistory, type CommitHistory } from './commit-history';
import { touchedBy, type KnownDiff, type Touched } from './diff-fact';
import { normalisedTitle } from './normalised-title';
import { createSwapsOf, type Swap } from './path-swaps';
import type { PresenceFacts } from './presence-facts';
import { createRenamedTwins } from './renamed-twins';
import { createSameChange, indexed, remembered, type SameChange } from './same-change';
import { createRefTrail, type RefTrail } from './told-by-diffs';
import { createUndoersOf } from './undoers';

/** The facts of one repository with the indexes that every ref shares. */
export type Knowledge = {
  facts: PresenceFacts;
  history: CommitHistory;
  same: SameChange;
  undoersOf: (sha: string) => ReadonlySet<string>;
  life: ChangeLife;
  known: (sha: string) => KnownDiff | undefined;
  /** The files of a commit, also of one whose diff was not read. */
  touched: (sha: string) => Touched | undefined;
  /** Commits with the same title, oldest first. */
  namesakes: (sha: string) => readonly string[];
  touching: (path: string) => readonly string[];
  pathsOf: (sha: string) => ReadonlySet<string>;
  swapsOf: (sha: string) => readonly Swap[];
  trailOf: (ref: string) => RefTrail;
  /** The pull requests that hold a commit, each with its commits. */
  requestsOf: (sha: string) => readonly (readonly string[])[];
};

export function createKnowledge(facts: PresenceFacts): Knowledge {
  const history = createHistory(facts.commits);
  const known = (sha: string): KnownDiff | undefined => {
    const diff = facts.diffOf(sha);
    return diff?.status === 'known' ? diff : undefined;
  };
  const touched = (sha: string): Touched | undefined => touchedBy(facts.diffOf(sha));
  const same = createSameChange(history, known, facts.ownedKeys);
  const byTitle = indexed(history.commits, ({ message }) => normalisedTitle(message));
  const byPath = indexed(
    history.commits,
    ({ sha }) => touched(sha)?.paths.map(({ path }) => path) ?? [],
  );
  const touching = (path: string): readonly string[] => byPath.get(path) ?? [];
  const namesakes = remembered(
    (sha) => byTitle.get(normalisedTitle(history.find(sha)?.message ?? '')) ?? [],
  );
  const renamedTwins = createRenamedTwins({ facts, known, touched, namesakes, touching });
  const undoersOf = createUndoersOf({ history, same, known, touched }, renamedTwins);
  const requests = new Map<string, (readonly string[])[]>();
  for (const shas of facts.pullRequests) {
    for (const sha of shas) requests.set(sha, [...(requests.get(sha) ?? []), shas]);
  }
  return {
    facts,
    history,
    same,
    undoersOf,
    life: createChangeLife({ facts, history, undoersOf }),
    known,
    touched,
    namesakes,
    touching,
    pathsOf: remembered((sha) => new Set(touched(sha)?.paths.map(({ path }) => path))),
    swapsOf: remembered(createSwapsOf(history.graph.shas, touched)),
    trailOf: remembered((ref) => createRefTrail({ facts, history, touched }, ref)),
    requestsOf: (sha) => requests.get(sha) ?? [],
  };
}
