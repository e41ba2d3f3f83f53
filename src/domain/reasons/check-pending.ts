import { checkLink, listed, namesOf, reasonFrom } from './evidence-links';
import type { Rule } from './rule';
import { requiredChecks } from './required-checks';

/** A required check of the newest commit of the issue on `from` still runs, or has not reported yet. */
export const checkPending: Rule = (facts) => {
  const waiting = requiredChecks(facts).filter(({ pending }) => pending.length > 0);
  const names = listed(waiting.flatMap(({ pending }) => pending.map(({ name }) => name)));
  return reasonFrom(
    waiting.flatMap(({ repository, commit, pending }) =>
      pending.map((check) => checkLink(repository, commit, check, 'not finished')),
    ),
    {
      code: 'check-pending',
      level: 'warning',
      summary: `On ${facts.promotion.from}, ${names} did not finish yet in ${namesOf(waiting)}.`,
      shas: waiting.map(({ commit }) => commit.sha),
    },
  );
};
