import { isContentAt, leftAlike } from './content-proof';
import { createKnowledge, type Knowledge } from './knowledge';
import type { FactsNeeded, FoundPresence, PresenceFacts, Span } from './presence-facts';
import { createRefSide, type Fate, type RefSide } from './ref-side';
import { remembered } from './same-change';
import { squashesOf, type SquashProof } from './squash-proof';
import { createTitleProof, untoldForms, type TitleProof } from './title-proof';
import { reapplies } from './undoers';

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
  /** A commit of the ref has the change, but a merge on the way kept only its other parent. */
  isLeftBehind: boolean;
};
type Needs = { diffs: Set<string>; blobs: Map<string, Set<string>>; spans: Map<string, Span> };
type Court = {
  knowledge: Knowledge;
  side: RefSide;
  /** Commits of the ref whose diff was not read, and where they are. */
  unread: readonly { at: number; sha: string }[];
  needs: Needs;
  squashes: (sha: string) => SquashProof;
  settle: (sha: string) => Settlement;
};

function openCourt(knowledge: Knowledge, ref: string): Court {
  const side = createRefSide(knowledge, ref);
  const isMerge = (sha: string): boolean => (knowledge.history.find(sha)?.parents.length ?? 0) > 1;
  const { positionOf } = knowledge.history.graph;
  const unread = side.shas
    .filter((sha) => !isMerge(sha) && !knowledge.known(sha))
    .map((sha) => ({ at: positionOf.get(sha) ?? -1, sha }));
  const needs: Needs = { diffs: new Set(), blobs: new Map(), spans: new Map() };
  const squashes = remembered((sha) => squashesOf(knowledge, side, sha));
  const court = { knowledge, side, unread, needs, squashes };
  return { ...court, settle: remembered((sha) => settle({ ...court, settle: neverAsked }, sha)) };
}

const neverAsked = (): never => {
  throw new Error('A proof does not ask for another one.');
};

function decide(court: Court, sha: string, titled: TitleProof): FoundPresence {
  const settled = court.settle(sha);
  const { proof, revert } = settled;
  if (proof) return { state: 'present', ...proof };
  if (revert === null && carriesNothing(court.knowledge, sha)) return EMPTY;
  return provenByTitle(court, sha, settled, titled) ?? unproven(settled);
}

function provenByTitle(
  court: Court,
  sha: string,
  settled: Settlement,
  titled: TitleProof,
): FoundPresence | null {
  const title = settled.isSure ? titled(sha) : null;
  return title && byTitle(court, title, settled.revert);
}

/** What was there before the revert is another change of the same title, not this one made again. */
function byTitle(
  { knowledge }: Court,
  { as, fate }: { as: string; fate: Fate },
  revert: string | null,
): FoundPresence | null {
  const isBefore = revert !== null && knowledge.history.isAncestor(as, revert);
  if (isBefore || fate.kind === 'left-behind') return null;
  return fate.kind === 'there'
    ? { state: 'adapted', by: 'title', as }
    : { state: 'reverted', by: 'revert', as: fate.by };
}

function unproven({ revert, isSure, isLeftBehind }: Settlement): FoundPresence {
  if (revert !== null) return { state: 'reverted', by: 'revert', as: revert };
  if (!isSure) return { state: 'unknown', by: null, as: null };
  return isLeftBehind ? { ...ABSENT, note: 'merged-without-content' } : ABSENT;
}

const ABSENT: FoundPresence = { state: 'absent', by: null, as: null };
const EMPTY: FoundPresence = {
  state: 'present',
  by: 'empty',
  as: null,
  note: 'carries-no-change',
};

/** An empty commit, and a merge of which nobody says that it changed anything itself. */
function carriesNothing({ facts, history, known }: Knowledge, sha: string): boolean {
  const isMerge = (history.find(sha)?.parents.length ?? 0) > 1;
  if (isMerge && facts.diffOf(sha) === undefined) return true;
  return known(sha)?.patchId === null;
}

/** All proofs but the title, in their order; the first that no revert took away stands. */
function settle(court: Court, sha: string): Settlement {
  const same = provenBySame(court, sha);
  if (same.proof || carriesNothing(court.knowledge, sha)) return same;
  const parts = [same];
  for (const prove of [provenBySquash, provenByContent]) {
    const part = prove(court, sha);
    if (part.proof) return part;
    parts.push(part);
  }
  const revert = parts.find((one) => one.revert !== null)?.revert ?? null;
  parts.push(provenByNothing(court, sha));
  return { ...same, revert, isSure: parts.every((one) => one.isSure) };
}

type Prover = { by: string; find: (court: Court, sha: string) => Iterable<string> };

const PROOFS: readonly Prover[] = [
  { by: 'ancestor', find: ({ side }, sha) => (side.has(sha) ? [sha] : []) },
  { by: 'cherry-pick', find: (court, sha) => onSide(court, sha, court.knowledge.same.picks(sha)) },
  { by: 'change-id', find: (court, sha) => onSide(court, sha, court.knowledge.same.changeId(sha)) },
  { by: 'patch', find: (court, sha) => onSide(court, sha, court.knowledge.same.patch(sha)) },
  { by: 'cherry-pick', find: (court, sha) => onSide(court, sha, court.knowledge.same.linked(sha)) },
  { by: 'patch-loose', find: (court, sha) => onSide(court, sha, court.knowledge.same.all(sha)) },
  {
    by: 'reapply',
    find: (court, sha) => onSide(court, sha, reapplies(court.knowledge.undoersOf, sha)),
  },
];

/** By commits that carry the very same change; named is the first that has it by itself. */
function provenBySame(court: Court, sha: string): Settlement {
  let first: Proof | null = null;
  for (const proof of proofsOf(court, sha)) {
    const fate = first ? THERE : court.side.fate([...court.knowledge.same.all(sha)]);
    if (fate.kind === 'reverted') return { ...NOT_PROVEN, revert: fate.by };
    if (fate.kind === 'left-behind') return { ...NOT_PROVEN, isLeftBehind: true };
    first ??= proof;
    if (court.side.fate([proof.as]).kind === 'there') return { ...NOT_PROVEN, proof };
  }
  return { ...NOT_PROVEN, proof: first };
}

const THERE: Fate = { kind: 'there' };

/** One by one: most changes are proven by the first. */
function* proofsOf(court: Court, sha: string): Generator<Proof> {
  for (const { by, find } of PROOFS) for (const as of find(court, sha)) yield { by, as };
}

const NOT_PROVEN: Settlement = {
  ...{ proof: null, revert: null },
  ...{ isSure: true, isLeftBehind: false },
};

/** By commits that carry the change in another form. */
function provenByOther(
  court: Court,
  sha: string,
  by: string,
  found: readonly string[],
): Settlement {
  const own = court.knowledge.same.all(sha);
  const fates = found.map((as) => court.side.fate([...own, ...court.knowledge.same.all(as)]));
  const as = found[fates.findIndex(({ kind }) => kind === 'there')];
  if (as !== undefined) return { ...NOT_PROVEN, proof: { by, as } };
  const reverted = fates.find((fate) => fate.kind === 'reverted');
  return { ...NOT_PROVEN, revert: reverted?.by ?? null };
}

/** Oldest first; those that were never taken away before the others. */
function onSide({ knowledge, side }: Court, sha: string, found: Iterable<string>): string[] {
  const { history, undoersOf } = knowledge;
  const position = (one: string): number => history.graph.positionOf.get(one) ?? -1;
  const wasUndone = (one: string): boolean =>
    [...undoersOf(one)].some((revert) => side.has(revert) && history.isAncestor(one, revert));
  return [...found]
    .filter((one) => one !== sha && side.has(one) && isForeign(knowledge, one, sha))
    .map((one) => ({ sha: one, at: position(one), rank: Number(wasUndone(one)) }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map((one) => one.sha);
}

/** Not an ancestor, or one that was taken away again before. */
function isForeign({ history, undoersOf }: Knowledge, one: string, sha: string): boolean {
  if (!history.isAncestor(one, sha)) return true;
  return [...undoersOf(one)].some(
    (revert) => history.isAncestor(one, revert) && history.isAncestor(revert, sha),
  );
}

/** The squash may hold the commit itself, or one that carries the same change. */
function provenBySquash(court: Court, sha: string): Settlement {
  const { knowledge, needs } = court;
  const proofs = [...knowledge.same.all(sha)].map(court.squashes);
  const found = provenByOther(
    court,
    sha,
    'squash',
    proofs.flatMap((one) => one.squashes),
  );
  if (found.proof) return found;
  for (const one of proofs.flatMap(({ missingDiffs }) => missingDiffs)) needs.diffs.add(one);
  for (const span of proofs.flatMap(({ missingSpans }) => missingSpans)) {
    needs.spans.set(`${span.base}...${span.head}`, span);
  }
  return { ...found, isSure: proofs.every((one) => one.isSure) };
}

function provenByContent(court: Court, sha: string): Settlement {
  const { knowledge, side, needs } = court;
  const { isSame, missing } = isContentAt(knowledge, sha, side.ref);
  if (isSame === true) return { ...NOT_PROVEN, proof: { by: 'content', as: side.ref } };
  for (const one of missing) {
    needs.blobs.set(one.sha, (needs.blobs.get(one.sha) ?? new Set()).add(one.path));
  }
  const before = provenByOther(
    court,
    sha,
    'content',
    onSide(court, sha, leftAlike(knowledge, sha)),
  );
  return { ...NOT_PROVEN, revert: before.revert, isSure: isSame === false };
}

/** A diff that is larger than any that was read is neither the same nor the opposite of one that was. */
function isTooLarge({ facts }: Knowledge, sha: string): boolean {
  const diff = facts.diffOf(sha);
  return diff?.status === 'unread' && diff.isTooLarge === true;
}

/** Nor is a commit the same as one that is known to change other files. */
function changesOthers({ pathsOf }: Knowledge, sha: string, other: string): boolean {
  const [paths, others] = [pathsOf(sha), pathsOf(other)];
  return (
    others.size > 0 && (paths.size !== others.size || [...paths].some((path) => !others.has(path)))
  );
}

/** Whether a commit may have been squashed together with one whose diff was not read. */
function isNearUnread(knowledge: Knowledge, sha: string): boolean {
  const { facts, history } = knowledge;
  const beside = [...(history.find(sha)?.parents ?? []), ...history.childrenOf(sha)];
  const together = facts.pullRequests.filter((shas) => shas.includes(sha)).flat();
  return [...beside, ...together].some((one) => isTooLarge(knowledge, one));
}

/** Whether nothing that could still prove the change is hidden. */
function provenByNothing({ knowledge, side, unread, needs }: Court, sha: string): Settlement {
  const { known, touched } = knowledge;
  const own = knowledge.history.reachOf(sha);
  const isAlone = !isNearUnread(knowledge, sha);
  // Whether one whose files are known is the squash of several was looked at before.
  const isLarger = (one: string): boolean =>
    known(sha) !== undefined &&
    isTooLarge(knowledge, one) &&
    (isAlone || touched(one) !== undefined);
  const mayHide = ({ at, sha: one }: { at: number; sha: string }): boolean =>
    !own.has(at) && !changesOthers(knowledge, sha, one) && !isLarger(one);
  const hidden = touched(sha) ? unread.filter(mayHide) : [{ sha }];
  for (const one of hidden) {
    if (knowledge.facts.diffOf(one.sha) === undefined) needs.diffs.add(one.sha);
  }
  const isHidden = hidden.length > 0 || untoldForms(knowledge, side, sha).length > 0;
  const isSure = !isHidden && !side.isBeyondReading(sha);
  return { ...NOT_PROVEN, isSure };
}
