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

/** A Jira issue as the viewer may see it. */
export type Issue = {
  id: string;
  key: string;
  projectKey: string;
  summary: string;
  issueType: string;
  status: IssueStatus;
  labels: string[];
  fixVersions: { id: string; name: string; isReleased: boolean }[];
  parent: RelatedIssue | null;
  subtasks: RelatedIssue[];
  links: IssueLink[];
  /** Oldest first. */
  history: StatusChange[];
  /** Keys that the issue had before it was moved. */
  formerKeys: string[];
};
