import type { IssueEvidence } from '../domain/evidence/issue-evidence';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import { shardsOf } from '../domain/evidence/status-shard';
import type { RepositoryId } from '../domain/repository';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Issue } from '../ports/issue-tracker';
import type { Ports } from '../ports/ports';

/** All that is known of an issue, as the viewer may see it. */
export type IssueFacts = {
  issue: Issue;
  /** `undefined` until an administrator set the project up. */
  settings: ProjectSettings | undefined;
  /** Under the issue's key and under those it had before it was moved. */
  evidence: IssueEvidence[];
  statuses: Map<RepositoryId, RepositoryStatus>;
  mayConfigure: boolean;
  now: string;
};

/** Evidence of one issue from what is stored; asks Jira as the viewer, and no code host. */
export async function getIssue(
  ports: Pick<Ports, 'asUser' | 'settings' | 'evidence' | 'now'>,
  { issueKey }: { issueKey: string },
): Promise<IssueFacts> {
  const issue = await ports.asUser.getIssue(issueKey);
  const [settings, mayConfigure, evidence] = await Promise.all([
    ports.settings.findSettings(issue.projectKey),
    ports.asUser.isAdministrator(),
    ports.evidence.findIssues([issue.key, ...issue.formerKeys]),
  ]);
  const statuses = settings
    ? await ports.evidence.readStatuses(shardsOf(settings))
    : new Map<RepositoryId, RepositoryStatus>();
  return { issue, settings, evidence, statuses, mayConfigure, now: ports.now() };
}
