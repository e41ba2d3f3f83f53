import type { Issue, RelatedIssue } from '../../src/domain/issue';

export function relatedIssue(more: Partial<RelatedIssue> = {}): RelatedIssue {
  return {
    key: 'PAY-2',
    summary: 'Related',
    issueType: 'Story',
    status: { name: 'Open', category: 'new' },
    ...more,
  };
}

export function jiraIssue(more: Partial<Issue> = {}): Issue {
  return {
    id: '10001',
    key: 'PAY-1',
    projectKey: 'PAY',
    summary: 'Login fails',
    issueType: 'Bug',
    status: { name: 'In Progress', category: 'in-progress' },
    labels: [],
    fixVersions: [],
    parent: null,
    subtasks: [],
    links: [],
    history: [],
    formerKeys: [],
    ...more,
  };
}
