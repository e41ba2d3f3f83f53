import { isThere } from '../lines/line-state';
import { allChanges, presenceOn } from './on-line';
import type { Rule } from './rule';

/** All changes arrived at the end of the route, and Jira does not say done. */
export const statusNotDone: Rule = ({ status, promotion, repositories, issueKey }) => {
  const changes = allChanges({ repositories });
  const haveArrived =
    promotion.isToLast &&
    changes.length > 0 &&
    changes.every(({ repository, change }) =>
      isThere(presenceOn(repository, promotion.to, change)),
    );
  if (!haveArrived || status.category === 'done' || status.category === 'unknown') return [];
  return [
    {
      code: 'status-not-done',
      level: 'warning',
      summary: `All changes of ${issueKey} are on ${promotion.to}, and its status is ${status.name}.`,
      evidence: [{ text: `${issueKey} is ${status.name}`, url: null }],
    },
  ];
};
