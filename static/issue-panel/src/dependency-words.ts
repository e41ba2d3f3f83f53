import type { DependencyView } from '../../../src/api/contract';

export type DependencyStatus = DependencyView['status'];

/** What needs a look first. */
const BY_URGENCY: readonly DependencyStatus[] = [
  'missing',
  'unresolved',
  'hidden',
  'in-bundle',
  'satisfied',
];

export const DEPENDENCY: Record<DependencyStatus, string> = {
  missing: 'missing',
  unresolved: 'nothing is known of it',
  hidden: 'hidden',
  'in-bundle': 'travels with it',
  satisfied: 'already there',
};

export const HIDDEN_ISSUE = 'an issue that you may not see';

const SOURCE: Record<string, string> = {
  'jira-link': 'link in Jira',
  trailer: 'Depends-On in a commit',
  'pull-request': 'description of a pull request',
  'sub-task': 'sub-task',
  parent: 'parent',
  'shared-pull-request': 'shared pull request',
  'stacked-pull-request': 'stacked pull request',
};

export const sourceWords = (sources: readonly string[]): string =>
  sources.map((source) => SOURCE[source] ?? source).join(', ');

export const mostUrgentFirst = (dependencies: readonly DependencyView[]): DependencyView[] =>
  dependencies.toSorted((a, b) => BY_URGENCY.indexOf(a.status) - BY_URGENCY.indexOf(b.status));

/** `PAY-12, PAY-15 and PAY-20` */
const listWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

export const cycleWords = (cycle: readonly string[]): string =>
  `${listWords(cycle)} need each other, so they travel together.`;

export const keyOfDependency = ({ key, neededBy, why, sources }: DependencyView): string =>
  `${neededBy ?? ''} ${key ?? ''} ${sources.join()} ${why}`;
