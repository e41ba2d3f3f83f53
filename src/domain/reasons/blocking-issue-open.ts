import type { Dependency } from '../dependencies/edge';
import { dependencyLink, listed, nameOf, reasonFrom } from './evidence-links';
import type { Rule } from './rule';

/** Whether a link says that the issue is blocked by one without changes, which neither arrived nor travels. */
export const isBlockedWithoutChange = ({ status, hasChanges, sources }: Dependency): boolean =>
  (status === 'unresolved' || status === 'missing') &&
  !hasChanges &&
  sources.some(({ isBlocking }) => isBlocking);

/** Whether it is known that the issue that blocks is not done. */
export const isOpenBlocker = (dependency: Dependency): boolean => {
  const category = dependency.issueStatus?.category ?? 'unknown';
  return isBlockedWithoutChange(dependency) && category !== 'done' && category !== 'unknown';
};

/** A blocking link to an issue that is not done and has no change to wait for. */
export const blockingIssueOpen: Rule = ({ issueKey, dependencies }) => {
  const open = dependencies.edges.filter(isOpenBlocker);
  return reasonFrom(open.map(dependencyLink), {
    code: 'blocking-issue-open',
    level: 'blocked',
    summary: `${issueKey} is blocked by ${listed(open.map(nameOf))}, which is not done.`,
    subjects: open.map(({ key }) => key ?? 'hidden'),
  });
};
