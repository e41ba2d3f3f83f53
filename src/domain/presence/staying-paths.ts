import type { Knowledge } from './knowledge';
import { LONGEST_RUN } from './linear-runs';

/** More commits around one are not looked through. */
const MOST_AROUND = 1000;

/**
 * Files that each squash of a run with a commit has: the commit changed them, and no commit around
 * it, nor of its pull requests, left them as they were before. None where that cannot be told.
 */
export function stayingPaths(knowledge: Knowledge, sha: string): string[] {
  const { touched, history, requestsOf, swapsOf } = knowledge;
  const isMerge = (one: string): boolean => (history.find(one)?.parents.length ?? 0) > 1;
  const requests = requestsOf(sha).flat();
  const before = around(knowledge, sha, (one) => history.find(one)?.parents ?? []);
  const after = around(knowledge, sha, history.childrenOf);
  const all = [...before, ...after, ...requests];
  if (all.length > MOST_AROUND || requests.some(isMerge) || !all.every(touched)) return [];
  const numbersOf = (shas: readonly string[], side: 'before' | 'after'): Set<number> =>
    new Set(shas.flatMap((one) => swapsOf(one).map((swap) => swap[side])));
  const began = numbersOf([sha, ...before, ...requests], 'before');
  const ended = numbersOf([sha, ...after, ...requests], 'after');
  // Numbers stand for a file and its content, so one of another file is none of these.
  const restored = new Set(
    [sha, ...all]
      .flatMap((one) => swapsOf(one))
      .filter((swap) => began.has(swap.before) && ended.has(swap.before))
      .map(({ path }) => path),
  );
  return swapsOf(sha)
    .map(({ path }) => path)
    .filter((path) => !restored.has(path));
}

/** Commits with one parent on one side of a commit, each on the one before. */
function around(
  { history }: Knowledge,
  start: string,
  next: (sha: string) => readonly string[],
): string[] {
  const depths = new Map([[start, 0]]);
  for (const [sha, depth] of depths) {
    if (depths.size > MOST_AROUND + 1) break;
    const beside = depth < LONGEST_RUN ? next(sha) : [];
    const added = beside.filter(
      (one) => history.find(one)?.parents.length === 1 && !depths.has(one),
    );
    for (const one of added) depths.set(one, depth + 1);
  }
  depths.delete(start);
  return [...depths.keys()];
}
