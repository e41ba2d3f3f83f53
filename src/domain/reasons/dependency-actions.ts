import { isOpenBlocker } from './blocking-issue-open';
import { contradiction } from './edge-conflict';
import { dependencyLink, listed, nameOf } from './evidence-links';
import { ownerOfEvidence } from './evidence-owner';
import type { Answer } from './next-action';

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
    text: `Promote ${listed(cycle)} together, or correct what they need of each other.`,
    owner: null,
    links: evidence.slice(index, index + 1),
  }));

/** A contradiction outside of the issue's own cycles; within them to go together is the answer. */
export const decideOrder: Answer = (facts, { evidence: links }) => {
  const { cycles, conflicts } = facts.dependencies;
  const open = conflicts.filter(
    ({ one, other }) => !cycles.some((cycle) => cycle.includes(one) && cycle.includes(other)),
  );
  if (open.length === 0) return [];
  const text = `Look at this and decide: ${contradiction(open)}.`;
  return [{ text, owner: ownerOfEvidence(facts, links), links }];
};
