import { firstParents } from '../ownership/merge-sides';
import type { Knowledge } from './knowledge';
import { createRefSide, type Fate, type RefSide } from './ref-side';
import { reapplies } from './undoers';

/** A commit that another proof than the title settled, with the commit that proves it. */
export type Settled = (sha: string) => { as: string } | null;

/** The adapted form of a commit and what became of it. */
export type TitleProof = (sha: string) => { as: string; fate: Fate } | null;

/**
 * Finds the commit of the ref's side that is the adapted form of a commit: owned by the same issue,
 * of the same title. One commit answers for one: those of the same title on the commit's own line
 * are paired with those of the ref in order, without those that are proven otherwise. Where the
 * commit stands on several lines, each must leave one for it.
 */
export function createTitleProof(
  knowledge: Knowledge,
  side: RefSide,
  settled: Settled,
): TitleProof {
  const lines = linesBeside(knowledge, side.ref);

  function pairOn(sha: string, line: Line, kind: Fate['kind']): string | null {
    const group = knowledge.namesakes(sha).filter((one) => isAlike(knowledge, one, sha));
    const asked = group.filter(
      (one) => one === sha || (line.has(one) && !side.has(one) && line.isThere(one)),
    );
    const proven = asked.map((one) => (one === sha ? null : settled(one)));
    const used = new Set(proven.flatMap((one) => (one ? [one.as] : [])));
    const open = asked.filter((_, at) => proven[at] === null);
    const answers = group
      .filter((one) => one !== sha && fateOf(one, sha).kind === kind)
      .flatMap((one) => formOf(knowledge, side, one) ?? [])
      .filter((one) => isFree(one, sha, line) && !used.has(one));
    return [...new Set(answers)][open.indexOf(sha)] ?? null;
  }

  const fateOf = (one: string, sha: string): Fate =>
    side.fate([...knowledge.same.all(one), ...knowledge.same.all(sha)]);

  const isFree = (one: string, sha: string, line: Line): boolean =>
    !knowledge.history.isAncestor(one, sha) && !line.isOwn(one);

  function pair(sha: string, kind: Fate['kind']): string | null {
    const own = lines.filter((line) => line.has(sha));
    const pairs = (own.length > 0 ? own : [ancestryOf(knowledge, sha)]).map((line) =>
      pairOn(sha, line, kind),
    );
    return pairs.includes(null) ? null : (pairs[0] ?? null);
  }

  return (sha) => {
    const as = pair(sha, 'there');
    if (as !== null) return { as, fate: fateOf(as, sha) };
    const reverted = pair(sha, 'reverted');
    return reverted === null ? null : { as: reverted, fate: fateOf(reverted, sha) };
  };
}

/**
 * A namesake itself, or what has its change under another title: a pick, or the revert of its revert.
 * None where a pick counts as a namesake already.
 */
function formOf(knowledge: Knowledge, side: RefSide, sha: string): string | undefined {
  if (side.has(sha)) return sha;
  const { same, namesakes, undoersOf, history } = knowledge;
  const alike = [...same.all(sha)].filter(side.has);
  const isCounted = alike.some((one) => namesakes(sha).includes(one));
  return isCounted
    ? undefined
    : history.newest([...alike, ...reapplies(undoersOf, sha).filter(side.has)]);
}

type Line = {
  has: (sha: string) => boolean;
  isThere: (sha: string) => boolean;
  /** Whether the line has a commit from elsewhere than the ref. */
  isOwn: (sha: string) => boolean;
};

const linesBeside = (knowledge: Knowledge, ref: string): Line[] =>
  [...new Set(knowledge.facts.lineHeads)]
    .filter((head) => head !== ref)
    .map((head) => {
      const line = createRefSide(knowledge, head);
      const own = ownOf(knowledge, head, ref);
      return {
        has: line.has,
        isThere: (sha) => line.fate([sha]).kind === 'there',
        isOwn: (sha) => own.has(sha),
      };
    });

/** A commit that no line holds stands for itself and what is before it. */
const ancestryOf = ({ history }: Knowledge, sha: string): Line => ({
  has: (one) => one === sha || history.isAncestor(one, sha),
  isThere: () => true,
  isOwn: () => false,
});

/** What a line reaches without passing through the ref's own trunk: it was not made for the ref. */
function ownOf({ history }: Knowledge, head: string, ref: string): ReadonlySet<string> {
  const trunk = new Set(firstParents(history.graph, ref));
  const own = new Set(trunk.has(head) ? [] : [head]);
  for (const sha of own) {
    const parents = (history.find(sha)?.parents ?? []).filter((parent) => !trunk.has(parent));
    for (const parent of parents) own.add(parent);
  }
  return own;
}

/** Same title was looked for before; here: a change of its own, owned by the same issue. */
function isAlike(knowledge: Knowledge, one: string, other: string): boolean {
  const { known } = knowledge;
  const isEmpty = known(one) === undefined ? isMerge(knowledge, one) : known(one)?.patchId === null;
  return !isEmpty && hasOwnerOf(knowledge, one, other);
}

/** Merges that would be the adapted form of a commit, had anybody been able to tell what they changed. */
export function untoldForms(knowledge: Knowledge, side: RefSide, sha: string): string[] {
  const { facts, history, namesakes } = knowledge;
  return namesakes(sha)
    .filter((one) => one !== sha && side.has(one) && isMerge(knowledge, one))
    .filter((one) => facts.diffOf(one)?.status === 'unread' && !history.isAncestor(one, sha))
    .filter((one) => hasOwnerOf(knowledge, one, sha));
}

const isMerge = ({ history }: Knowledge, sha: string): boolean =>
  (history.find(sha)?.parents.length ?? 0) > 1;

function hasOwnerOf({ facts }: Knowledge, one: string, other: string): boolean {
  const keys = new Set(facts.ownedKeys(other));
  return facts.ownedKeys(one).some((key) => keys.has(key));
}
