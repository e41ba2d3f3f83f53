import type { Commit } from '../commit';
import { oldestFirst } from '../lines/oldest-first';
import { createGraph, reachableFrom } from '../lines/reachable';

type Node = Pick<Commit, 'sha' | 'parents' | 'committedAt'>;

export type WantedDiffsAsk<C extends Node> = {
  commits: readonly C[];
  /** What presence is asked in: branch heads and deployed shas. */
  refs: readonly string[];
  /** Shas that are wanted wherever they are: of open pull requests, say. */
  extra: Iterable<string>;
  /** How many of the commits that all refs have: a change may be undone there without a word. */
  newestShared: number;
};

/**
 * The commits whose diff presence is likely to need, oldest first: those that some ref has and
 * another has not, extra ones, and the newest of those that all refs have. What it needs beyond
 * these it names itself (`FactsNeeded`). Merges are left out: no host tells what they changed
 * themselves. A ref that was not read is no ref.
 */
export function wantedDiffs<C extends Node>(ask: WantedDiffsAsk<C>): C[] {
  const graph = createGraph(ask.commits);
  const refs = [...new Set(ask.refs)].filter((ref) => graph.positionOf.has(ref));
  const reaches = refs.map((ref) => reachableFrom(graph, ref).shas);
  const extra = new Set(ask.extra);
  const changes = oldestFirst(ask.commits).filter(({ parents }) => parents.length < 2);
  const holders = new Map(
    changes.map(({ sha }) => [sha, reaches.filter((shas) => shas.has(sha)).length]),
  );
  const isShared = ({ sha }: C): boolean => refs.length > 0 && holders.get(sha) === refs.length;
  const shared = changes.filter(isShared);
  const newest = new Set(shared.slice(Math.max(0, shared.length - ask.newestShared)));
  return changes.filter(
    (one) =>
      extra.has(one.sha) || newest.has(one) || (!isShared(one) && (holders.get(one.sha) ?? 0) > 0),
  );
}
