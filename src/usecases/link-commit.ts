import type { ManualAssociation } from '../domain/ownership/manual-association';
import type { Ports } from '../ports/ports';
import { markQueued } from './refresh-issue';
import { refuse, type Outcome } from './refusal';

type LinkPorts = Pick<Ports, 'asUser' | 'settings' | 'evidence' | 'jobs' | 'now'>;

export type LinkInput = {
  issueKey: string;
  repository: string;
  /** The whole sha or its first digits. */
  sha: string;
  reason: string;
};

/**
 * Keeps a person's word that a commit belongs to an issue, or does not, with who, when and why, under
 * every key that the issue had; then has the repository's issues made anew.
 */
export async function associateByHand(
  ports: LinkPorts,
  action: ManualAssociation['action'],
  { issueKey, repository, sha, reason }: LinkInput,
): Promise<Outcome<{ queued: number }>> {
  const issue = await ports.asUser.getIssue(issueKey);
  const settings = await ports.settings.findSettings(issue.projectKey);
  if (!settings?.repositories.some(({ id }) => id === repository)) {
    return refuse(
      'not-found',
      `${repository} is not in the settings of ${issue.projectKey}. Add it there first.`,
    );
  }
  const found = await findCommit(ports, repository, sha);
  if ('problem' in found) return refuse('not-found', found.problem);
  const { accountId, displayName } = await ports.asUser.getViewer();
  const word = { sha: found.sha, action, reason, by: displayName, accountId, at: ports.now() };
  for (const key of [issue.key, ...issue.formerKeys]) {
    await ports.evidence.addAssociation(repository, { issueKey: key, ...word });
  }
  await markQueued(ports, settings, [repository]);
  return { queued: await ports.jobs.readRepositories([repository]) };
}

async function findCommit(
  { evidence }: Pick<Ports, 'evidence'>,
  repository: string,
  sha: string,
): Promise<{ sha: string } | { problem: string }> {
  const header = await evidence.findHeader(repository);
  if (!header) return { problem: `${repository} was not read yet. Refresh, then try again.` };
  const commits = await evidence.readCommits(repository, header.commitCount);
  const matches = commits.filter((commit) => commit.sha.startsWith(sha.toLowerCase()));
  const [only] = matches;
  if (only === undefined) {
    return {
      problem: `${repository} has no commit ${sha} on its lines or in an open pull request.`,
    };
  }
  if (matches.length > 1) {
    return { problem: `${sha} is the beginning of ${matches.length} commits. Give more digits.` };
  }
  return { sha: only.sha };
}
