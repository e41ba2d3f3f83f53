import { commitTitle, type Commit } from '../commit';
import { oldestFirst } from '../lines/oldest-first';
import { createGraph, reachableFrom, type CommitGraph } from '../lines/reachable';
import type { PullRequest } from '../pull-request';
import { createSides, firstParents } from './merge-sides';

type Merged = Pick<
  PullRequest,
  'number' | 'state' | 'headBranch' | 'mergeSha' | 'commits' | 'commitCount'
>;

export type PullRequestFacts = {
  pullRequests: readonly Merged[];
  commits: readonly Commit[];
  /** Pull requests out of these promote changes; they hold none of their own. */
  lineBranches: readonly string[];
  /** The heads of the lines, as far as they are known. */
  lineHeads: readonly string[];
};

/**
 * The numbers of the pull requests that each commit belongs to, ascending.
 *
 * Merged by a merge commit: that and what it brought in, unless a pull request inside brought it
 * first. Squashed: the one commit. Rebased: as many commits as the pull request counts, when their
 * titles are those of its own commits, in order. The commits of the head branch belong to it too,
 * as long as they are on no line: what a line already holds is not the work of a later request.
 */
export function pullRequestOf(facts: PullRequestFacts): Map<string, number[]> {
  const ordered = oldestFirst(facts.commits);
  const graph = createGraph(ordered);
  const bySha = new Map(ordered.map((commit) => [commit.sha, commit]));
  const requests = facts.pullRequests.filter(
    ({ headBranch }) => !facts.lineBranches.includes(headBranch),
  );
  const owners = new Map<string, Set<number>>();
  for (const one of requests) addAll(owners, landed(one, graph, bySha), one.number);
  addMergeSides(owners, requests, graph, facts.lineHeads);
  const onLines = new Set(facts.lineHeads.flatMap((sha) => [...reachableFrom(graph, sha).shas]));
  for (const one of requests) addAll(owners, onHeadBranch(one, bySha, onLines), one.number);
  return new Map(
    [...owners].map(([sha, numbers]) => [sha, [...numbers].sort((one, other) => one - other)]),
  );
}

type Owners = Map<string, Set<number>>;

function addAll(owners: Owners, shas: string[], number: number): void {
  for (const sha of shas) owners.set(sha, (owners.get(sha) ?? new Set()).add(number));
}

/** What the merge itself made on the base branch. */
function landed(
  { mergeSha, commits, commitCount }: Merged,
  graph: CommitGraph,
  bySha: ReadonlyMap<string, Commit>,
): string[] {
  const merge = mergeSha === null ? undefined : bySha.get(mergeSha);
  if (!merge) return [];
  if (merge.parents.length > 1) return [merge.sha];
  const own = commits.map(({ sha }) => sha);
  if (own.includes(merge.sha)) return own.filter((sha) => bySha.has(sha));
  const chain = firstParents(graph, merge.sha, Math.max(commitCount, 1)).reverse();
  const isRebased =
    commits.length > 0 &&
    chain.length === commitCount &&
    commits.every(({ message }, index) => titleOf(bySha, chain[index]) === commitTitle(message));
  return isRebased ? chain : [merge.sha];
}

function titleOf(bySha: ReadonlyMap<string, Commit>, sha = ''): string | null {
  const commit = bySha.get(sha);
  return commit ? commitTitle(commit.message) : null;
}

/** Oldest merge first, so that of stacked pull requests the inner one keeps its commits. */
function addMergeSides(
  owners: Owners,
  requests: Merged[],
  graph: CommitGraph,
  lineHeads: readonly string[],
): void {
  const sides = createSides(graph);
  const onLines = new Set(lineHeads.flatMap((head) => firstParents(graph, head)));
  const position = ({ mergeSha }: Merged): number => graph.positionOf.get(mergeSha ?? '') ?? -1;
  for (const one of requests.toSorted((a, b) => position(a) - position(b) || a.number - b.number)) {
    const side = sides(one.mergeSha ?? '').filter((sha) => !owners.has(sha) && !onLines.has(sha));
    addAll(owners, side, one.number);
  }
}

function onHeadBranch(
  { commits }: Merged,
  bySha: ReadonlyMap<string, Commit>,
  onLines: ReadonlySet<string>,
): string[] {
  return commits.map(({ sha }) => sha).filter((sha) => bySha.has(sha) && !onLines.has(sha));
}
