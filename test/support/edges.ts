import type { Edge, EdgeSource, EdgeSourceKind } from '../../src/domain/dependencies/edge';
import type { NeededIssue } from '../../src/domain/dependencies/needed-issue';

export type VisibleIssue = Extract<NeededIssue, { visibility: 'visible' }>;

export function edgeSource(more: Partial<EdgeSource> = {}): EdgeSource {
  return { kind: 'jira-link', text: 'a link', url: null, isBlocking: false, ...more };
}

/** `PAY-1 > PAY-2`: the first needs the second; ` by trailer` names another source than a link. */
export function edges(...sentences: string[]): Edge[] {
  return sentences.map((sentence) => {
    const [needs = '', by = 'jira-link'] = sentence.split(' by ');
    const [from = '', to = ''] = needs.split(' > ');
    return { from, to, sources: [edgeSource({ kind: by as EdgeSourceKind, text: sentence })] };
  });
}

/** Answers for each issue with the edges of the list that begin there. */
export const edgesFrom =
  (all: readonly Edge[]) =>
  (key: string): Edge[] =>
    all.filter(({ from }) => from === key);

/** A visible issue with one change that is not in the target, outside of the bundle. */
export function neededIssue(more: Partial<VisibleIssue> = {}): VisibleIssue {
  return {
    visibility: 'visible',
    summary: 'Needed',
    status: { name: 'In Progress', category: 'in-progress' },
    url: null,
    changes: [{ state: 'absent', pullRequestUrls: [] }],
    isComplete: true,
    isInBundle: false,
    mayTravel: true,
    ...more,
  };
}
