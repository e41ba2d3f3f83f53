import type { Issue, RelatedIssue } from '../ports/issue-tracker';
import type { RelatedIssueView } from './contract';

/** Issues that Jira relates to this one; Jira leaves out those that the viewer may not see. */
export function presentRelated({ parent, subtasks, links }: Issue): RelatedIssueView[] {
  return [
    ...(parent ? [toView(parent, 'parent')] : []),
    ...subtasks.map((subtask) => toView(subtask, 'sub-task')),
    ...links.map(({ label, issue }) => toView(issue, label)),
  ];
}

const toView = ({ key, summary, status }: RelatedIssue, relation: string): RelatedIssueView => ({
  key,
  summary,
  status: status.name,
  statusCategory: status.category,
  relation,
});
