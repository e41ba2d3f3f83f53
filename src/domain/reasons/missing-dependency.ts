import { dependencyLink, listed, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** An issue that is needed has changes that are not in `to` and does not travel along. */
export const missingDependency: Rule = ({ issueKey, promotion, dependencies }) => {
  const missing = dependencies.edges.filter(({ status }) => status === 'missing');
  return reasonFrom(missing.map(dependencyLink), {
    code: 'missing-dependency',
    level: 'blocked',
    summary: `${issueKey} needs ${listed(missing.map(({ key }) => key ?? 'an issue that you may not see'))}, which is not on ${promotion.to} and does not travel along.`,
    subjects: missing.map(({ key }) => key ?? 'hidden'),
  });
};
