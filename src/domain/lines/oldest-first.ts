import type { Commit } from '../commit';

type Dated = Pick<Commit, 'sha' | 'parents' | 'committedAt'>;

/**
 * Every parent before its children; where ancestry does not say, by the time of the commit, then
 * by sha. The same commits give the same order, however they were read.
 */
export function oldestFirst<C extends Dated>(commits: readonly C[]): C[] {
  const sorted = commits.toSorted(byTime);
  const bySha = new Map(sorted.map((commit) => [commit.sha, commit]));
  const ordered = new Set<C>();
  for (const commit of sorted) addWithAncestors(commit, bySha, ordered);
  return [...ordered];
}

/** Depth first without recursion: a history is deeper than the call stack. */
function addWithAncestors<C extends Dated>(
  commit: C,
  bySha: ReadonlyMap<string, C>,
  ordered: Set<C>,
): void {
  const stack = [commit];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const [missing] = top.parents
      .flatMap((sha) => bySha.get(sha) ?? [])
      .filter((parent) => !ordered.has(parent))
      .sort(byTime);
    if (missing) {
      stack.push(missing);
    } else {
      ordered.add(top);
      stack.pop();
    }
  }
}

function byTime(one: Dated, other: Dated): number {
  if (one.committedAt !== other.committedAt) return one.committedAt < other.committedAt ? -1 : 1;
  return one.sha < other.sha ? -1 : 1;
}
