import { commitLink, reasonFrom } from './evidence-links';
import { allChanges, isLacking, presenceOn } from './on-line';
import type { Rule } from './rule';

/** The issue has changes, and it is known of each that it is not in `from`. */
export const notInSource: Rule = (facts) => {
  const { from } = facts.promotion;
  const changes = allChanges(facts);
  const areAllLacking = changes.every(({ repository, change }) =>
    isLacking(presenceOn(repository, from, change)),
  );
  if (!areAllLacking) return [];
  return reasonFrom(
    changes.map(({ repository, change }) => commitLink(repository, change)),
    {
      code: 'not-in-source',
      level: 'blocked',
      summary: `No change of ${facts.issueKey} is on ${from}.`,
      shas: changes.map(({ change }) => change.sha),
    },
  );
};
