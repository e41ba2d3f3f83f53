import type { Issue } from '../domain/issue';

export type { Issue, IssueLink, RelatedIssue, StatusChange } from '../domain/issue';

export type JiraVersion = {
  id: string;
  name: string;
  isReleased: boolean;
  isArchived: boolean;
  /** `2026-05-18`; `null` when none was set. */
  releaseDate: string | null;
};

export type Person = { accountId: string; displayName: string };

export type JiraProject = { id: string; key: string; name: string };

/** Jira as the viewer sees it; every method throws `ProviderError` and nothing else. */
export type IssueTracker = {
  /** `not-found` when it does not exist or the viewer may not browse it: Jira does not tell which. */
  getIssue(key: string): Promise<Issue>;
  /** Those of the issues that exist and the viewer may browse, each once; a former key finds it where it is now. */
  findIssues(keys: readonly string[]): Promise<Issue[]>;
  /** Versions of a project, in Jira's order; `not-found` when the viewer may not browse it. */
  listVersions(projectKey: string): Promise<JiraVersion[]>;
  /** Keys of the issues that name a version as their fix version, by key. */
  listIssuesOfVersion(versionId: string): Promise<string[]>;
  /** Keys of the issues that a JQL query finds; `not-found` with Jira's own words when it cannot be read. */
  searchKeys(jql: string): Promise<string[]>;
  /** Keys of the issues of these projects that changed in the last minutes, by key. */
  listChangedIssues(projectKeys: readonly string[], minutes: number): Promise<string[]>;
  /** Whether the viewer administers Jira. */
  isAdministrator(): Promise<boolean>;
  /** Whether the viewer administers a project, or Jira; `not-found` when they may not browse it. */
  isProjectAdministrator(projectKey: string): Promise<boolean>;
  /** Names of the project roles that the viewer has in a project. */
  listOwnRoles(projectKey: string): Promise<string[]>;
  /** Names of all roles of a project; refused to who administers no project. */
  listProjectRoles(projectKey: string): Promise<string[]>;
  /** Projects that the viewer may browse, by key. */
  listProjects(): Promise<JiraProject[]>;
  /** The viewer's name for what they change: who linked, who saved. */
  getViewer(): Promise<Person>;
  /** People whose name or mail address begins so, the first twenty; nobody to who may not browse users. */
  findPeople(words: string): Promise<Person[]>;
  /** The names of accounts; those that nobody knows are left out. */
  namePeople(accountIds: readonly string[]): Promise<Person[]>;
};
