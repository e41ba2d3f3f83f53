import type { Knowledge } from './knowledge';
import { LONGEST_RUN } from './linear-runs';
import type { Swap } from './path-swaps';

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
  const own = swapsOf(sha).map(({ path }) => path);
  const swapsIn = createSwapsIn(knowledge, own);
  const began = new Set(swapsIn([sha, ...before, ...requests]).map((swap) => swap.before));
  const ended = new Set(swapsIn([sha, ...after, ...requests]).map((swap) => swap.after));
  const restored = new Set(
    swapsIn([sha, ...all])
      .filter((swap) => began.has(swap.before) && ended.has(swap.before))
      .map(({ path }) => path),
  );
  return own.filter((path) => !restored.has(path));
}

/** What commits did to some files; those of the history that touched none of them are not looked at. */
function createSwapsIn(
  { swapsOf, touching, history }: Knowledge,
  paths: readonly string[],
): (shas: readonly string[]) => Swap[] {
  const wanted = new Set(paths);
  const near = new Set(paths.flatMap((path) => touching(path)));
  return (shas) =>
    shas
      .filter((one) => near.has(one) || history.find(one) === undefined)
      .flatMap((one) => swapsOf(one).filter(({ path }) => wanted.has(path)));
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
