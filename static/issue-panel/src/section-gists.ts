import type { IssueView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { DEPENDENCY, mostUrgentFirst } from './dependency-words';
import { LIFE } from './life-words';
import { promotionWords } from './promotion-words';
import { isRisk } from './reason-words';
import { DEPLOYMENT_STATE, REVIEW } from './words';

/** `2 merged · 1 open`: each word with how often it is there. */
const counted = (words: string[]): string =>
  [...new Set(words)]
    .map((word) => `${words.filter((other) => other === word).length} ${word}`)
    .join(' · ');

export function planGist({ promotion, toPromote }: IssueView): string {
  if (promotion === null) return 'no route';
  const repositories = new Set(toPromote.map(({ repository }) => repository)).size;
  const what =
    toPromote.length === 0
      ? 'nothing must still travel'
      : `still to travel, from ${plural(repositories, 'repository', 'repositories')}`;
  return `${promotionWords(promotion)}: ${what}`;
}

export const dependenciesGist = ({ dependencies, order, conflicts }: IssueView): string =>
  [
    counted(mostUrgentFirst(dependencies).map(({ status }) => DEPENDENCY[status])),
    order.cycles.length > 0 ? plural(order.cycles.length, 'cycle') : '',
    conflicts.length > 0 ? plural(conflicts.length, 'conflict') : '',
  ]
    .filter(Boolean)
    .join(' · ');

export function risksGist({ manualSteps, reasons }: IssueView): string {
  const done = manualSteps.filter((step) => step.done).length;
  const risks = reasons.filter(isRisk).length;
  const words = [
    ...(manualSteps.length > 0 ? [`${done} of ${plural(manualSteps.length, 'step')} done`] : []),
    ...(risks > 0 ? [plural(risks, 'risk')] : []),
  ];
  return words.join(' · ') || 'no step, no risk';
}

export function historyGist({ life }: IssueView): string {
  const last = life.at(-1);
  if (!last) return 'nothing happened yet';
  return `last: ${LIFE[last.kind].toLowerCase()} on ${last.line}`;
}

export const pullRequestsGist = ({ pullRequests }: IssueView): string =>
  counted(
    pullRequests.map(({ state, review }) =>
      state === 'open' ? `open (${REVIEW[review]})` : state,
    ),
  );

export const deploymentsGist = ({ deployments }: IssueView): string =>
  counted(deployments.map(({ state }) => DEPLOYMENT_STATE[state]));

export function gapsGist({ evidence: { gaps, repositories } }: IssueView): string {
  const unread = repositories.filter(({ asOf }) => asOf === null).length;
  const words = [
    ...(gaps.length > 0 ? [plural(gaps.length, 'gap')] : []),
    ...(unread > 0 ? [`${unread} not read yet`] : []),
  ];
  return words.join(' · ') || 'everything was read';
}
