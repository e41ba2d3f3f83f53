import { missingBranches } from './missing-branches';
import type { Rule } from './rule';

/** The branch of `to` does not exist in a repository that the issue touches. */
export const targetRefMissing: Rule = (facts) =>
  missingBranches(facts, { code: 'target-ref-missing', line: facts.promotion.to });
