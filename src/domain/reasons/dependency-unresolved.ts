import { isOpenBlocker } from './blocking-issue-open';
import { dependencyLink, listed, nameOf, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** Nothing is known of an issue that is needed. One that blocks and is open is told as that. */
export const dependencyUnresolved: Rule = ({ dependencies, issueKey }) => {
  const unresolved = dependencies.edges.filter(
    (one) => one.status === 'unresolved' && !isOpenBlocker(one),
  );
  return reasonFrom(unresolved.map(dependencyLink), {
    code: 'dependency-unresolved',
    level: 'warning',
    summary: `${issueKey} needs ${listed(unresolved.map(nameOf))}, of which nobody knows whether it has arrived.`,
  });
};
