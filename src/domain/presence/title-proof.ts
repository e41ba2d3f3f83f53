import { firstParents } from '../ownership/merge-sides';
import type { Knowledge } from './knowledge';
import type { RefSide } from './ref-side';
import { createRefSide } from './ref-side';

/** A commit that another proof than the title settled, with the commit that proves it. */
export type Settled = (sha: string) => { as: string } | null;

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
): (sha: string) => string | null {
  const lines = [...new Set(knowledge.facts.lineHeads)]
    .filter((head) => head !== side.ref)
    .map((head) => ({
      line: createRefSide(knowledge, head),
      own: ownOf(knowledge, head, side.ref),
    }));

  function pairOn(sha: string, line: Line): string | null {
    const group = knowledge.namesakes(sha).filter((one) => isAlike(knowledge, one, sha));
    const asked = group.filter(
      (one) => one === sha || (line.has(one) && !side.has(one) && line.isThere(one)),
    );
    const proven = asked.map((one) => (one === sha ? null : settled(one)));
    const used = new Set(proven.flatMap((one) => (one ? [one.as] : [])));
    const open = asked.filter((_, at) => proven[at] === null);
    const answers = group.filter(
      (one) => side.has(one) && isFree(one, sha, line) && !used.has(one) && isAnswer(one, sha),
    );
    return answers[open.indexOf(sha)] ?? null;
  }

  const isAnswer = (one: string, sha: string): boolean =>
    side.fate([...knowledge.same.all(one), ...knowledge.same.all(sha)]).kind === 'there';

  const isFree = (one: string, sha: string, line: Line): boolean =>
    one !== sha && !knowledge.history.isAncestor(one, sha) && !line.isOwn(one);

  return (sha) => {
    const own = lines.filter(({ line }) => line.has(sha)).map(({ line, own }) => toLine(line, own));
    const pairs = (own.length > 0 ? own : [ancestryOf(knowledge, sha)]).map((line) =>
      pairOn(sha, line),
    );
    return pairs.includes(null) ? null : (pairs[0] ?? null);
  };
}

type Line = {
  has: (sha: string) => boolean;
  isThere: (sha: string) => boolean;
  /** Whether the line has a commit from elsewhere than the ref. */
  isOwn: (sha: string) => boolean;
};

const toLine = (line: RefSide, own: ReadonlySet<string>): Line => ({
  has: line.has,
  isThere: (sha) => line.fate([sha]).kind === 'there',
  isOwn: (sha) => own.has(sha),
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
function isAlike({ facts, history, known }: Knowledge, one: string, other: string): boolean {
  const keys = new Set(facts.ownedKeys(other));
  const isMerge = (history.find(one)?.parents.length ?? 0) > 1;
  const isEmpty = known(one) === undefined ? isMerge : known(one)?.patchId === null;
  return !isEmpty && facts.ownedKeys(one).some((key) => keys.has(key));
}
