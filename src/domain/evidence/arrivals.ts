import type { Commit } from '../commit';
import type { CommitGraph } from '../lines/reachable';
import { firstParents } from '../ownership/merge-sides';

/** When a commit came to a branch; `undefined` when it is not there. */
export type ArrivedAt = (sha: string) => string | undefined;

/**
 * When each commit came to a branch: the date of the commit of the branch's own line (first parents)
 * that first reached it, a merge for what it brought, itself for what was made there.
 */
export function createArrivedAt(
  graph: CommitGraph,
  commits: ReadonlyMap<string, Pick<Commit, 'committedAt'>>,
  head: string,
): ArrivedAt {
  const arrived = new Map<string, string>();
  for (const step of firstParents(graph, head).reverse()) {
    bring(graph, step, { arrived, at: commits.get(step)?.committedAt ?? '' });
  }
  return (sha) => (commits.has(sha) ? arrived.get(sha) : undefined);
}

/** A commit and all before it that nothing earlier brought. */
function bring(
  { positionOf, parentShas }: CommitGraph,
  step: string,
  { arrived, at }: { arrived: Map<string, string>; at: string },
): void {
  const open = [step];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    const parents = arrived.has(sha) ? [] : (parentShas[positionOf.get(sha) ?? -1] ?? []);
    open.push(...parents);
    if (!arrived.has(sha)) arrived.set(sha, at);
  }
}
