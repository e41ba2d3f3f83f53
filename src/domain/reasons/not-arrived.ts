import { commitLink, counted, reasonFrom } from './evidence-links';
import { isThere } from '../lines/line-state';
import { allChanges, presenceOn } from './on-line';
import type { Rule } from './rule';

/** Asked whether all arrived: each change that is not known to be in `to`. A plan has none of these. */
export const notArrived: Rule = (facts) => {
  if (facts.mode !== 'audit') return [];
  const { to } = facts.promotion;
  const missing = allChanges(facts)
    .map((found) => ({ ...found, presence: presenceOn(found.repository, to, found.change) }))
    .filter(({ presence }) => !isThere(presence));
  return reasonFrom(
    missing.map(({ repository, change, presence }) =>
      commitLink(repository, change, `${presence.state} on ${to}`),
    ),
    {
      code: 'not-arrived',
      level: 'blocked',
      summary: `${counted(missing.length, 'change')} of ${facts.issueKey} did not surely arrive on ${to}.`,
      shas: missing.map(({ change }) => change.sha),
    },
  );
};
