import type { Commit } from '../commit';
import { reachableFrom, type CommitGraph } from '../lines/reachable';
import { createMergeDoubts, type MergeFacts, type MergeQuestion } from '../presence/merge-doubt';

export type MergesInDoubt = {
  /** Merges that may have changed something themselves, told by now or not. */
  doubtful: ReadonlySet<string>;
  /** What to ask the host of them, the oldest merge first; those that were asked for are left out. */
  questions: MergeQuestion[];
  /** Commits whose diff tells what a side of such a merge changed. */
  missingDiffs: ReadonlySet<string>;
};

type Input = MergeFacts & {
  graph: CommitGraph;
  /** Commits of issues. */
  owned: readonly Commit[];
  /** Where changes are looked for. */
  heads: readonly string[];
};

/**
 * The merges of two commits that an issue owns and that some ref has not: where all have it, what it
 * changed is there. Those of other issues' or nobody's are not looked at.
 */
export function findMergesInDoubt({ graph, owned, heads, ...facts }: Input): MergesInDoubt {
  const doubtOf = createMergeDoubts(facts);
  const reaches = [...new Set(heads)].map((head) => reachableFrom(graph, head).shas);
  const merges = owned
    .filter(({ sha, parents }) => parents.length === 2 && reaches.some((shas) => !shas.has(sha)))
    .map(({ sha }) => ({ sha, doubt: doubtOf(sha) }))
    .filter(({ doubt }) => doubt.status !== 'nothing');
  const open = merges.filter(({ sha }) => facts.diffOf(sha) === undefined);
  return {
    doubtful: new Set(merges.map(({ sha }) => sha)),
    questions: open.flatMap(({ doubt }) => (doubt.status === 'ask' ? [doubt.question] : [])),
    missingDiffs: new Set(
      open.flatMap(({ doubt }) => (doubt.status === 'missing' ? doubt.diffs : [])),
    ),
  };
}
