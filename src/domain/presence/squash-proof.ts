import { mayEqual } from './diff-fact';
import type { Knowledge } from './knowledge';
import type { Span } from './presence-facts';
import { createLinearRuns, type LinearRuns, type Run } from './linear-runs';
import type { RefSide } from './ref-side';
import { stayingPaths } from './staying-paths';

/** Commits that are the squash of a run that holds a commit, and what is missing to say so for sure. */
export type SquashProof = {
  squashes: string[];
  missingDiffs: string[];
  missingSpans: Span[];
  isSure: boolean;
};

/**
 * Looks for one commit of the ref's side whose patch is the combined patch of a pull request, or of
 * a run of two and more commits, that holds the commit.
 *
 * A combined patch is asked for only where it can be: the squash touches no other file than the run,
 * each commit of the run touches one of them, and the run grows by as many lines. A run that took
 * the change away again does not bring it, nor does one whose squash is the patch of another of its
 * commits. The ref may have the squash itself or a pick of it.
 */
export function squashesOf(knowledge: Knowledge, side: RefSide, sha: string): SquashProof {
  const { history, same } = knowledge;
  const own = history.reachOf(sha);
  const linearRuns = createLinearRuns(knowledge, sha);
  const proof: SquashProof = { squashes: [], missingDiffs: [], missingSpans: [], isSure: true };
  const isBeside = (one: string): boolean =>
    !own.has(history.graph.positionOf.get(one) ?? -1) && !history.isAncestor(sha, one);
  for (const squash of candidatesFor(knowledge, sha).filter(isBeside)) {
    const as = [squash, ...same.linked(squash)].find(side.has);
    const linear = as === undefined ? NO_RUNS : linearRuns(squash);
    proof.missingDiffs.push(...linear.missing);
    proof.isSure &&= !linear.isCut;
    const isIt = as !== undefined && weigh(knowledge, { sha, squash, linear: linear.runs }, proof);
    if (isIt) proof.squashes.push(as);
  }
  return { ...proof, isSure: proof.isSure && proof.missingDiffs.length === 0 };
}

const NO_RUNS: LinearRuns = { runs: [], missing: [], isCut: false };

/** Commits that have all files that the change leaves changed, or any where that cannot be told. */
function candidatesFor(knowledge: Knowledge, sha: string): string[] {
  const { touched, touching, pathsOf } = knowledge;
  const staying = stayingPaths(knowledge, sha);
  const [rarest] = staying.toSorted((one, other) => touching(one).length - touching(other).length);
  if (rarest === undefined) {
    return [...new Set(touched(sha)?.paths.flatMap(({ path }) => touching(path)))];
  }
  return touching(rarest).filter((one) => staying.every((path) => pathsOf(one).has(path)));
}

type Pair = { sha: string; squash: string; linear: readonly Run[] };

/** Whether one of the runs that a squash may have joined has its patch. */
function weigh(knowledge: Knowledge, pair: Pair, proof: SquashProof): boolean {
  const undoers = knowledge.undoersOf(pair.sha);
  const whole = knowledge.known(pair.squash);
  const isAll = (one: string): boolean =>
    whole !== undefined && knowledge.known(one)?.patchId === whole.patchId;
  const runs = [...requestRuns(knowledge, pair.sha), ...pair.linear].filter(
    ({ shas }) =>
      mayBe(knowledge, shas, pair.squash) && !shas.some((one) => undoers.has(one) || isAll(one)),
  );
  if (!whole) {
    proof.isSure &&= runs.length === 0;
    return false;
  }
  const combined = runs.map(({ span }) => knowledge.facts.combinedOf(span));
  proof.missingSpans.push(...runs.flatMap(({ span }, at) => (combined[at] ? [] : [span])));
  proof.isSure &&= combined.every((one) => one?.status === 'known');
  return combined.some((one) => one?.status === 'known' && one.patchId === whole.patchId);
}

function mayBe(knowledge: Knowledge, shas: readonly string[], squash: string): boolean {
  const { touched, pathsOf } = knowledge;
  const whole = touched(squash);
  if (!whole || shas.map(touched).includes(undefined)) return true;
  const growth = shas.reduce((sum, one) => sum + growthOf(knowledge, one), 0);
  return (
    mayEqual(growth, whole.growth) &&
    whole.paths.every(({ path }) => shas.some((one) => pathsOf(one).has(path)))
  );
}

/** Nobody counts the lines that a merge changed itself. */
const growthOf = ({ touched, history }: Knowledge, sha: string): number =>
  (history.find(sha)?.parents.length ?? 0) > 1 ? NaN : (touched(sha)?.growth ?? 0);

/** Pull requests with merges in them stand on the newest commit that they do not hold. */
function requestRuns({ requestsOf, history, facts, known }: Knowledge, sha: string): Run[] {
  const hasChange = (one: string): boolean =>
    history.find(one)?.parents.length === 1 ||
    (facts.diffOf(one) !== undefined && known(one)?.patchId !== null);
  return requestsOf(sha)
    .filter((shas) => shas.length > 1)
    .flatMap((shas) => {
      const head = history.newest(shas);
      const outside = shas.flatMap((one) => history.find(one)?.parents ?? []);
      const base = history.newest(outside.filter((one) => !shas.includes(one)));
      const inner = shas.filter(hasChange);
      return head === undefined || base === undefined
        ? []
        : [{ shas: inner, span: { base, head } }];
    });
}
