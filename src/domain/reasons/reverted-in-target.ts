import { changesInState } from './changes-in-state';
import { reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** A change is in `to` together with its revert. */
export const revertedInTarget: Rule = (facts) => {
  const { to } = facts.promotion;
  const { shas, evidence } = changesInState(facts, {
    line: to,
    state: 'reverted',
    proof: 'taken away by',
  });
  return reasonFrom(evidence, {
    code: 'reverted-in-target',
    level: 'manual-review',
    summary: `A change of ${facts.issueKey} was on ${to} and was taken away again.`,
    shas,
  });
};
