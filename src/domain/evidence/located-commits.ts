import type { Commit } from '../commit';
import { createGraph, reachableFrom, type CommitGraph } from '../lines/reachable';
import type { ManualAssociation } from '../ownership/manual-association';
import type { PullRequest } from '../pull-request';
import type { RefName } from './issue-evidence';

export type LocatedCommits = {
  graph: CommitGraph;
  isOnRef: (sha: string) => boolean;
  /** Commits that belong to an issue wherever their change is. */
  relevant: Commit[];
  /** Refs whose history was not read to the end. */
  unreadRefs: RefName[];
};

export type LocatedInput = {
  commits: readonly Commit[];
  pullRequests: readonly PullRequest[];
  /** Every ref that commits are looked for in, with its sha. */
  refs: readonly (readonly [RefName, string])[];
  manual: readonly ManualAssociation[];
};

/**
 * Commits that a ref reaches, that wait in an open pull request, or that a person linked. What a
 * squash left behind is none of them: the squash carries the same change, and one change counts once.
 */
export function locateCommits({
  commits,
  pullRequests,
  refs,
  manual,
}: LocatedInput): LocatedCommits {
  const graph = createGraph(commits);
  const reaches = refs.map(([name, sha]) => ({ name, reach: reachableFrom(graph, sha) }));
  const onRef = new Set(reaches.flatMap(({ reach }) => [...reach.shas]));
  const open = pullRequests.filter(({ state }) => state === 'open');
  const waiting = new Set([
    ...open.flatMap((one) => one.commits.map(({ sha }) => sha)),
    ...manual.map(({ sha }) => sha),
  ]);
  return {
    graph,
    isOnRef: (sha) => onRef.has(sha),
    relevant: commits.filter(({ sha }) => onRef.has(sha) || waiting.has(sha)),
    unreadRefs: reaches.filter(({ reach }) => reach.unread.size > 0).map(({ name }) => name),
  };
}
