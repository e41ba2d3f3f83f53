import { checkLink, listed, namesOf, reasonFrom } from './evidence-links';
import type { Rule } from './rule';
import { requiredChecks } from './required-checks';

/** A required check of the newest commit of the issue on `from` failed. */
export const checkFailed: Rule = (facts) => {
  const failing = requiredChecks(facts).filter(({ failed }) => failed.length > 0);
  const names = listed(failing.flatMap(({ failed }) => failed.map(({ name }) => name)));
  return reasonFrom(
    failing.flatMap(({ repository, commit, failed }) =>
      failed.map((check) => checkLink(repository, commit, check, 'failed')),
    ),
    {
      code: 'check-failed',
      level: 'blocked',
      summary: `On ${facts.promotion.from}, ${names} failed in ${namesOf(failing)}.`,
      shas: failing.map(({ commit }) => commit.sha),
    },
  );
};
