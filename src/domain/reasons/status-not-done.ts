import { isThere } from '../lines/line-state';
import { rollbacksOn } from '../lines/rolled-back';
import { listed } from './evidence-links';
import { allChanges, presenceOn } from './on-line';
import type { Rule } from './rule';

/** All changes arrived at the end of the route, and Jira does not say done. */
export const statusNotDone: Rule = ({ status, promotion, repositories, issueKey, lives }) => {
  const changes = allChanges({ repositories });
  const haveArrived =
    promotion.isToLast &&
    changes.length > 0 &&
    changes.every(({ repository, change }) =>
      isThere(presenceOn(repository, promotion.to, change)),
    );
  if (!haveArrived || status.category === 'done' || status.category === 'unknown') return [];
  const rollbacks = rollbacksOn(lives, promotion.to);
  const arrived =
    rollbacks.length > 0
      ? `${issueKey} was rolled back on ${promotion.to}: its branch has all changes and ${listed(rollbacks.map(({ environment }) => environment))} does not run them; its status is ${status.name}.`
      : `All changes of ${issueKey} are on ${promotion.to}, and its status is ${status.name}.`;
  return [
    {
      code: 'status-not-done',
      level: 'warning',
      summary: arrived,
      evidence: [
        { text: `${issueKey} is ${status.name}`, url: null },
        ...rollbacks.map(({ environment, url }) => ({
          text: `the rollback of ${environment}`,
          url,
        })),
      ],
    },
  ];
};
