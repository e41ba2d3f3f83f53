import { mayEqual, type Touched } from './diff-fact';
import type { Knowledge } from './knowledge';
import type { Span } from './presence-facts';

/** A run of commits, one standing on the other, and the two commits that it lies between. */
export type Run = { shas: readonly string[]; span: Span };

/** `missing`: commits beside the run whose diff nobody asked for; `isCut` when any is not known. */
export type LinearRuns = { runs: Run[]; missing: string[]; isCut: boolean };

export const LONGEST_RUN = 50;

/** The commits next to a commit on one side, up to one of them. */
type Part = { sha: string; nearer: Part | null; growth: number; swap: number };
type Search = { knowledge: Knowledge; squash: string; diff: Touched; paths: ReadonlySet<string> };

/**
 * For one commit after another: the runs of two and more commits that hold `sha` and that it may be
 * the squash of. Each commit of such a run touches one of its files; the run grows by as many lines,
 * changes all its files and leaves every other file as it was.
 */
export function createLinearRuns(
  knowledge: Knowledge,
  sha: string,
): (squash: string) => LinearRuns {
  const { touched, history, pathsOf } = knowledge;
  return (squash) => {
    const diff = touched(squash);
    const found: LinearRuns = { runs: [], missing: [], isCut: false };
    if (!diff) return found;
    const search = { knowledge, squash, diff, paths: pathsOf(squash) };
    const start = { sha, nearer: null, growth: 0, swap: 0 };
    const up = grow(search, start, (one) => history.find(one)?.parents ?? [], found);
    const down = grow(search, start, history.childrenOf, found);
    if (!areChangedBy(search, [...up, ...down])) return found;
    const own = partOf(search, sha, start);
    for (const above of up) {
      const [growth, swap] = [diff.growth - own.growth - above.growth, own.swap ^ above.swap];
      const fitting = down.filter((below) => below.swap === swap && mayEqual(below.growth, growth));
      found.runs.push(...fitting.flatMap((below) => toRun(search, above, below)));
    }
    return found;
  };
}

/** No run of these is the squash that changes a file which none of them does. */
const areChangedBy = ({ knowledge: { pathsOf }, paths }: Search, parts: readonly Part[]): boolean =>
  [...paths].every((path) => parts.some(({ sha }) => pathsOf(sha).has(path)));

/** Both end with, or begin with, the commit itself. */
function toRun({ knowledge, paths }: Search, above: Part, below: Part): Run[] {
  const { history, pathsOf } = knowledge;
  const shas = [...shasOf(above), ...shasOf(below).toReversed().slice(1)];
  const [first = '', second] = shas;
  const [base] = history.find(first)?.parents ?? [];
  const head = shas.at(-1);
  if (second === undefined || base === undefined || head === undefined) return [];
  const isWhole = [...paths].every((path) => shas.some((one) => pathsOf(one).has(path)));
  return isWhole ? [{ shas, span: { base, head } }] : [];
}

/** From the farthest to the commit itself. */
function shasOf(part: Part): string[] {
  const shas: string[] = [];
  for (let one: Part | null = part; one; one = one.nearer) shas.push(one.sha);
  return shas;
}

/** Nearest first, along every branch; the first is the start, which adds nothing. */
function grow(
  search: Search,
  start: Part,
  next: (sha: string) => readonly string[],
  found: LinearRuns,
): Part[] {
  const parts = [start];
  for (const part of parts) {
    if (parts.length > LONGEST_RUN) break;
    const fitting = next(part.sha).filter((sha) => isPart(search, sha, found));
    parts.push(...fitting.map((sha) => partOf(search, sha, part)));
  }
  return parts;
}

function partOf({ knowledge, paths }: Search, sha: string, nearer: Part): Part {
  const { touched, swapsOf } = knowledge;
  let swap = nearer.swap;
  for (const one of swapsOf(sha)) if (!paths.has(one.path)) swap ^= one.swap;
  return { sha, nearer, growth: nearer.growth + (touched(sha)?.growth ?? 0), swap };
}

/** Whether a commit may be in a run that the squash joins. */
function isPart(
  { knowledge: { history, touched, facts, pathsOf }, squash, diff, paths }: Search,
  sha: string,
  found: LinearRuns,
): boolean {
  if (history.find(sha)?.parents.length !== 1 || history.isAncestor(sha, squash)) return false;
  if (touched(sha)) {
    const own = pathsOf(sha);
    return own.size === 0 || diff.paths.some(({ path }) => own.has(path)) || paths.size === 0;
  }
  if (facts.diffOf(sha) === undefined) found.missing.push(sha);
  found.isCut = true;
  return false;
}
