/** A status of Jira with its category. */
export type IssueStatus = { name: string; category: 'new' | 'in-progress' | 'done' | 'unknown' };

export type RelatedIssue = {
  key: string;
  summary: string;
  issueType: string | null;
  status: IssueStatus;
};

export type IssueLink = {
  type: string;
  direction: 'inward' | 'outward';
  /** How Jira words it from here: `blocks`, `is blocked by`. */
  label: string;
  issue: RelatedIssue;
};

/** One change of status in Jira's history; `at` is ISO 8601, UTC. */
export type StatusChange = { at: string; by: string | null; from: string; to: string };
