import type { MarkChanges } from '../domain/release/issue-mark';

/**
 * Writes what stands on issues for Jira's own search, as the app. Throws `ProviderError` when Jira cannot
 * be asked now; all of it may be written again.
 */
export type IssueMarker = {
  /** Keys that Jira refused: of issues that do not exist, that the app may not edit, or that cannot be marked. */
  markIssues(changes: MarkChanges): Promise<Set<string>>;
};
