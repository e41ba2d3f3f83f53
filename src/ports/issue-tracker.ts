import type { IssueLink, IssueStatus, RelatedIssue, StatusChange } from '../domain/issue';

export type { IssueLink, RelatedIssue, StatusChange } from '../domain/issue';

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

export type JiraProject = { id: string; key: string; name: string };

/** Jira as the viewer sees it; every method throws `ProviderError` and nothing else. */
export type IssueTracker = {
  /** `not-found` when it does not exist or the viewer may not browse it: Jira does not tell which. */
  getIssue(key: string): Promise<Issue>;
  /** Whether the viewer administers Jira. */
  isAdministrator(): Promise<boolean>;
  /** Projects that the viewer may browse, by key. */
  listProjects(): Promise<JiraProject[]>;
  /** The viewer's name for what they change: who linked, who saved. */
  getViewer(): Promise<{ accountId: string; displayName: string }>;
};
