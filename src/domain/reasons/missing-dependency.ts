import { dependencyLink, listed, nameOf, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** An issue that is needed has changes that are not in `to` and does not travel along. */
export const missingDependency: Rule = ({ issueKey, promotion, dependencies }) => {
  const missing = dependencies.edges.filter(({ status }) => status === 'missing');
  return reasonFrom(missing.map(dependencyLink), {
    code: 'missing-dependency',
    level: 'blocked',
    summary: `${issueKey} needs ${listed(missing.map(nameOf))}, which is not on ${promotion.to} and does not travel along.`,
    subjects: missing.map(({ key }) => key ?? 'hidden'),
  });
};
