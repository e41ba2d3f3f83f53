import { changesInState } from './changes-in-state';
import { reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** A change and its revert are both in `from`. */
export const revertedInSource: Rule = (facts) => {
  const { from } = facts.promotion;
  const { shas, evidence } = changesInState(facts, {
    line: from,
    state: 'reverted',
    proof: 'taken away by',
  });
  return reasonFrom(evidence, {
    code: 'reverted-in-source',
    level: 'warning',
    summary: `A change of ${facts.issueKey} was on ${from} and was taken away again.`,
    shas,
  });
};
