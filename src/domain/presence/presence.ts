import { isContentAt } from './content-proof';
import { createKnowledge, type Knowledge } from './knowledge';
import type { FactsNeeded, FoundPresence, PresenceFacts, Span } from './presence-facts';
import { createRefSide, undoersOf, type RefSide } from './ref-side';
import { remembered } from './same-change';
import { squashesOf } from './squash-proof';
import { createTitleProof } from './title-proof';

/** What is decided, and what to ask the hosts for to decide the rest. */
export type PresenceAnswer = { found: Map<string, FoundPresence>; needs: FactsNeeded };

/** Answers for one ref after another from the same facts; new facts need a new one. */
export type PresenceIn = (ref: string, shas: readonly string[]) => PresenceAnswer;

/**
 * Decides where changes are (the order of the proofs is that of the specification).
 *
 * Ask once with what is stored, get what `needs` names, and ask again until it is empty: the first
 * round needs commits and messages only, the second diffs, the third files and combined patches.
 * What still is not there counts as not read: `unknown`, unless a proof stands without it.
 *
 * The *ref's side* of a commit is what the ref reaches and has (see `droppedFrom`), without the
 * commit itself and its ancestors. An ancestor counts as a pick or by its patch all the same when it
 * was reverted before the commit made the change again.
 */
export function createPresenceIn(facts: PresenceFacts): PresenceIn {
  const knowledge = createKnowledge(facts);
  return (ref, shas) => {
    const court = openCourt(knowledge, ref);
    const titled = createTitleProof(knowledge, court.side, (sha) => court.settle(sha).proof);
    const found = new Map(shas.map((sha) => [sha, decide(court, sha, titled)]));
    return { found, needs: court.needs };
  };
}

type Proof = { by: string; as: string };
type Settlement = {
  proof: Proof | null;
  /** The revert that took the change away again, when all proofs fell to one. */
  revert: string | null;
  isSure: boolean;
};
type Needs = { diffs: Set<string>; blobs: Set<string>; spans: Map<string, Span> };
type Court = {
  knowledge: Knowledge;
  side: RefSide;
  /** Commits of the ref whose diff was not read. */
  unread: readonly string[];
  needs: Needs;
  settle: (sha: string) => Settlement;
};

function openCourt(knowledge: Knowledge, ref: string): Court {
  const side = createRefSide(knowledge, ref);
  const isMerge = (sha: string): boolean => (knowledge.history.find(sha)?.parents.length ?? 0) > 1;
  const unread = side.shas.filter((sha) => !isMerge(sha) && !knowledge.known(sha));
  const needs: Needs = { diffs: new Set(), blobs: new Set(), spans: new Map() };
  const court = { knowledge, side, unread, needs };
  return { ...court, settle: remembered((sha) => settle({ ...court, settle: neverAsked }, sha)) };
}

const neverAsked = (): never => {
  throw new Error('A proof does not ask for another one.');
};

function decide(court: Court, sha: string, titled: (sha: string) => string | null): FoundPresence {
  const { side, knowledge } = court;
  const { proof, revert, isSure } = court.settle(sha);
  if (proof) return { state: 'present', ...proof };
  if (revert === null && carriesNothing(knowledge, sha)) {
    return { state: 'present', by: 'empty', as: null, note: 'carries-no-change' };
  }
  const as = isSure ? titled(sha) : null;
  const isAfterRevert =
    as !== null && (revert === null || knowledge.history.isAncestor(revert, as));
  if (isAfterRevert) return { state: 'adapted', by: 'title', as };
  if (revert !== null) return { state: 'reverted', by: 'revert', as: revert };
  if (!isSure) return { state: 'unknown', by: null, as: null };
  const note = side.isDropped(sha) ? { note: 'merged-without-content' as const } : {};
  return { state: 'absent', by: null, as: null, ...note };
}

/** An empty commit, and a merge of which nobody says that it changed anything itself. */
function carriesNothing({ facts, history, known }: Knowledge, sha: string): boolean {
  const isMerge = (history.find(sha)?.parents.length ?? 0) > 1;
  if (isMerge && facts.diffOf(sha) === undefined) return true;
  return known(sha)?.patchId === null;
}

/** All proofs but the title, in their order; the first that no revert took away stands. */
function settle(court: Court, sha: string): Settlement {
  let revert: string | null = null;
  for (const { by, find } of PROOFS) {
    for (const as of find(court, sha)) {
      const undone = court.side.undoneBy(as, sha);
      if (undone === null) return { proof: { by, as }, revert: null, isSure: true };
      revert ??= undone;
    }
  }
  if (carriesNothing(court.knowledge, sha)) return { proof: null, revert, isSure: true };
  const squash = provenBySquash(court, sha);
  if (squash.proof) return { proof: squash.proof, revert: null, isSure: true };
  const content = provenByContent(court, sha);
  if (content.proof) return { proof: content.proof, revert: null, isSure: true };
  const isSure = squash.isSure && content.isSure && isRead(court, sha);
  return { proof: null, revert: revert ?? squash.revert, isSure };
}

type Prover = { by: string; find: (court: Court, sha: string) => Iterable<string> };

const PROOFS: readonly Prover[] = [
  { by: 'ancestor', find: ({ side }, sha) => (side.has(sha) ? [sha] : []) },
  { by: 'cherry-pick', find: (court, sha) => onSide(court, sha, court.knowledge.same.picks(sha)) },
  { by: 'change-id', find: (court, sha) => onSide(court, sha, court.knowledge.same.changeId(sha)) },
  { by: 'patch', find: (court, sha) => onSide(court, sha, court.knowledge.same.patch(sha)) },
  { by: 'cherry-pick', find: (court, sha) => onSide(court, sha, court.knowledge.same.all(sha)) },
  { by: 'patch-loose', find: (court, sha) => onSide(court, sha, looseOf(court.knowledge, sha)) },
];

function onSide({ knowledge, side }: Court, sha: string, found: Iterable<string>): string[] {
  const position = (one: string): number => knowledge.history.graph.positionOf.get(one) ?? -1;
  return [...found]
    .filter((one) => one !== sha && side.has(one) && isForeign(knowledge, one, sha))
    .sort((one, other) => position(one) - position(other));
}

/** Not an ancestor, or one that was taken away again before. */
function isForeign(knowledge: Knowledge, one: string, sha: string): boolean {
  const { history } = knowledge;
  if (!history.isAncestor(one, sha)) return true;
  return [...undoersOf(knowledge, one)].some(
    (revert) => history.isAncestor(one, revert) && history.isAncestor(revert, sha),
  );
}

function looseOf({ same, known, facts }: Knowledge, sha: string): string[] {
  const keys = new Set(facts.ownedKeys(sha));
  return same
    .withLoosePatch(known(sha)?.loosePatchId ?? null)
    .filter((one) => facts.ownedKeys(one).some((key) => keys.has(key)));
}

type Part = { proof: Proof | null; revert: string | null; isSure: boolean };

function provenBySquash({ knowledge, side, needs }: Court, sha: string): Part {
  const { squashes, missingDiffs, missingSpans, isSure } = squashesOf(knowledge, side, sha);
  const undone = squashes.map((as) => side.undoneBy(as, sha));
  const as = squashes[undone.indexOf(null)];
  if (as !== undefined) return { proof: { by: 'squash', as }, revert: null, isSure: true };
  for (const one of missingDiffs) needs.diffs.add(one);
  for (const span of missingSpans) needs.spans.set(`${span.base}...${span.head}`, span);
  return { proof: null, revert: undone[0] ?? null, isSure };
}

function provenByContent({ knowledge, side, needs }: Court, sha: string): Part {
  const { isSame, missing } = isContentAt(knowledge, sha, side.ref);
  if (isSame === true)
    return { proof: { by: 'content', as: side.ref }, revert: null, isSure: true };
  for (const one of missing) needs.blobs.add(one);
  return { proof: null, revert: null, isSure: isSame === false };
}

/** Whether nothing that could still prove the change is hidden. */
function isRead({ knowledge, side, unread, needs }: Court, sha: string): boolean {
  const { facts, history } = knowledge;
  const hidden = unread.filter((one) => one !== sha && !history.isAncestor(one, sha));
  const isKnown = knowledge.known(sha) !== undefined;
  for (const one of isKnown ? hidden : [sha]) {
    if (facts.diffOf(one) === undefined) needs.diffs.add(one);
  }
  return isKnown && hidden.length === 0 && !side.isBeyondReading(sha);
}
