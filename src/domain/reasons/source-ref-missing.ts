import { missingBranches } from './missing-branches';
import type { Rule } from './rule';

/** The branch of `from` does not exist in a repository that the issue touches. */
export const sourceRefMissing: Rule = (facts) =>
  missingBranches(facts, { code: 'source-ref-missing', line: facts.promotion.from });
