import type { CommitHistory } from './commit-history';
import type { KnownDiff } from './diff-fact';
import type { Knowledge } from './knowledge';
import type { Span } from './presence-facts';
import type { RefSide } from './ref-side';

/** Commits that are the squash of a run that holds a commit, and what is missing to say so for sure. */
export type SquashProof = {
  squashes: string[];
  missingDiffs: string[];
  missingSpans: Span[];
  isSure: boolean;
};

/** A run of commits, one standing on the other. */
type Run = { shas: readonly string[]; span: Span };

const LONGEST_RUN = 50;

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
  const { history, known, same, touching } = knowledge;
  const paths = known(sha)?.paths ?? [];
  const candidates = [...new Set(paths.flatMap(({ path }) => touching(path)))].filter(
    (one) => one !== sha && !history.isAncestor(one, sha),
  );
  const proof: SquashProof = { squashes: [], missingDiffs: [], missingSpans: [], isSure: true };
  for (const squash of candidates) {
    const as = [squash, ...same.linked(squash)].find(side.has);
    if (as !== undefined && weigh(knowledge, { sha, squash }, proof)) proof.squashes.push(as);
  }
  return { ...proof, isSure: proof.isSure && proof.missingDiffs.length === 0 };
}

type Pair = { sha: string; squash: string };

/** Whether one of the runs that a squash may have joined has its patch. */
function weigh(knowledge: Knowledge, pair: Pair, proof: SquashProof): boolean {
  const undoers = knowledge.undoersOf(pair.sha);
  const patchId = knowledge.known(pair.squash)?.patchId ?? null;
  const runs = [...requestRuns(knowledge, pair.sha), ...linearRuns(knowledge, pair, proof)].filter(
    ({ shas }) =>
      mayBe(knowledge, shas, pair.squash) &&
      !shas.some((one) => undoers.has(one) || knowledge.known(one)?.patchId === patchId),
  );
  const combined = runs.map(({ span }) => knowledge.facts.combinedOf(span));
  proof.missingSpans.push(...runs.flatMap(({ span }, at) => (combined[at] ? [] : [span])));
  proof.isSure &&= combined.every((one) => one?.status === 'known');
  return combined.some((one) => one?.status === 'known' && one.patchId === patchId);
}

function mayBe({ known }: Knowledge, shas: readonly string[], squash: string): boolean {
  const diffs = shas.map(known);
  const whole = known(squash);
  if (!whole || diffs.includes(undefined)) return true;
  const paths = new Set(diffs.flatMap((diff) => diff?.paths.map(({ path }) => path) ?? []));
  const growth = diffs.reduce((sum, diff) => sum + (diff?.growth ?? 0), 0);
  return growth === whole.growth && whole.paths.every(({ path }) => paths.has(path));
}

/** Pull requests with merges in them stand on the newest commit that they do not hold. */
function requestRuns({ facts, history }: Knowledge, sha: string): Run[] {
  return facts.pullRequests
    .filter((shas) => shas.length > 1 && shas.includes(sha))
    .flatMap((shas) => {
      const head = history.newest(shas);
      const outside = shas.flatMap((one) => history.find(one)?.parents ?? []);
      const base = history.newest(outside.filter((one) => !shas.includes(one)));
      const inner = shas.filter((one) => history.find(one)?.parents.length === 1);
      return head === undefined || base === undefined
        ? []
        : [{ shas: inner, span: { base, head } }];
    });
}

function linearRuns(knowledge: Knowledge, pair: Pair, proof: SquashProof): Run[] {
  const fits = (one: string): boolean => isPart(knowledge, one, { squash: pair.squash, proof });
  const up = older(knowledge.history, pair.sha, fits);
  const down = newer(knowledge.history, pair.sha, fits);
  return up.flatMap((above) =>
    down.flatMap((below) => {
      const shas = [...above.toReversed(), pair.sha, ...below];
      const [first = ''] = shas;
      const [base] = knowledge.history.find(first)?.parents ?? [];
      const head = shas.at(-1);
      return shas.length < 2 || base === undefined || head === undefined
        ? []
        : [{ shas, span: { base, head } }];
    }),
  );
}

/** Whether a commit may be in a run that the squash joins. */
function isPart(
  { history, known, facts }: Knowledge,
  sha: string,
  { squash, proof }: { squash: string; proof: SquashProof },
): boolean {
  if (history.isAncestor(sha, squash) || history.find(sha)?.parents.length !== 1) return false;
  const diff = known(sha);
  if (diff) return diff.paths.length === 0 || isTouching(diff, known(squash));
  if (facts.diffOf(sha) === undefined) proof.missingDiffs.push(sha);
  proof.isSure = false;
  return false;
}

function isTouching(one: KnownDiff, other: KnownDiff | undefined): boolean {
  const paths = new Set(other?.paths.map(({ path }) => path));
  return one.paths.some(({ path }) => paths.has(path));
}

/** The runs that end right before a commit, newest first, the empty one included. */
function older(history: CommitHistory, sha: string, fits: (sha: string) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const run of runs) {
    if (runs.length > LONGEST_RUN) break;
    const parents = history.find(run.at(-1) ?? sha)?.parents ?? [];
    runs.push(...parents.filter(fits).map((parent) => [...run, parent]));
  }
  return runs;
}

/** The runs that begin right after a commit, oldest first, along every branch. */
function newer(history: CommitHistory, sha: string, fits: (sha: string) => boolean): string[][] {
  const runs: string[][] = [[]];
  for (const run of runs) {
    if (runs.length > LONGEST_RUN) break;
    const children = history.childrenOf(run.at(-1) ?? sha).filter(fits);
    runs.push(...children.map((child) => [...run, child]));
  }
  return runs;
}
