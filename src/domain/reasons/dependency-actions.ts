import type { Dependency } from '../dependencies/edge';
import { isOpenBlocker } from './blocking-issue-open';
import { dependencyLink } from './evidence-links';
import type { Answer } from './next-action';

const nameOf = ({ key }: Dependency): string => key ?? 'the issue that you may not see';

/** Each issue that is needed first. */
export const promoteDependencies: Answer = ({ dependencies, promotion }) =>
  dependencies.edges
    .filter(({ status }) => status === 'missing')
    .map((edge) => ({
      text: `Promote ${nameOf(edge)} to ${promotion.to} first, or let it travel along.`,
      owner: null,
      links: [dependencyLink(edge)],
    }));

/** Each open issue that blocks and has no change to wait for. */
export const finishBlockers: Answer = ({ dependencies, issueKey }) =>
  dependencies.edges.filter(isOpenBlocker).map((edge) => ({
    text: `Finish ${nameOf(edge)}, which blocks ${issueKey} and is ${edge.issueStatus?.name ?? 'not done'}.`,
    owner: null,
    links: [dependencyLink(edge)],
  }));

/** Each cycle: its issues can only go at once. */
export const promoteTogether: Answer = ({ dependencies }, { evidence }) =>
  dependencies.cycles.map((cycle, index) => ({
    text: `Promote ${cycle.join(', ')} together, or correct what they need of each other.`,
    owner: null,
    links: evidence.slice(index, index + 1),
  }));
