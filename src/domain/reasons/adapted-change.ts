import { changesInState } from './changes-in-state';
import { reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** A change is in `to` only in another form. */
export const adaptedChange: Rule = (facts) => {
  const { to } = facts.promotion;
  const found = changesInState(facts, { line: to, state: 'adapted', proof: 'as' });
  return reasonFrom(found.evidence, {
    code: 'adapted-change',
    level: 'warning',
    summary: `A change of ${facts.issueKey} is on ${to} in another form: same title, other content.`,
    shas: found.shas,
  });
};
