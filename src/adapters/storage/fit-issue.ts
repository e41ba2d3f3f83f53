import type { IssueEvidence, RepositoryEvidence } from '../../domain/evidence/issue-evidence';
import { pack } from './packed';

/** 240 KiB is Forge's limit for a value; the rest holds the wrapping. */
const MAX_BYTES = 230 * 1024;

/**
 * The issue, small enough to store. An issue that thousands of commits name keeps the newest of
 * each repository; `omitted` counts the others, and the screen shows them as a gap.
 */
export function fitIssue(issue: IssueEvidence): IssueEvidence {
  let fitted = issue;
  let most = Math.max(0, ...issue.repositories.map(longest));
  while (most > 0 && JSON.stringify(pack(fitted)).length > MAX_BYTES) {
    most = Math.floor(most * 0.8);
    fitted = { ...fitted, repositories: issue.repositories.map((one) => cut(one, most)) };
  }
  return fitted;
}

const longest = ({ commits, mentions, pullRequests, unlinked }: RepositoryEvidence): number =>
  Math.max(commits.length, mentions.length, pullRequests.length, unlinked.length);

/** Lists are newest first, but for pull requests, whose numbers rise. Mentions go sooner. */
function cut(part: RepositoryEvidence, most: number): RepositoryEvidence {
  const commits = part.commits.slice(0, most);
  const mentions = part.mentions.slice(0, Math.floor(most / 2));
  const pullRequests = part.pullRequests.slice(Math.max(0, part.pullRequests.length - most));
  const unlinked = part.unlinked.slice(0, most);
  const size = (
    one: Pick<RepositoryEvidence, 'commits' | 'mentions' | 'pullRequests' | 'unlinked'>,
  ) => one.commits.length + one.mentions.length + one.pullRequests.length + one.unlinked.length;
  const kept = { commits, mentions, pullRequests, unlinked };
  const deployments = deploymentsOf(part, new Set(commits.map(({ sha }) => sha)));
  return { ...part, ...kept, deployments, omitted: part.omitted + size(part) - size(kept) };
}

/** Deployments speak of commits that are kept, and of no others. */
function deploymentsOf(
  { deployments }: RepositoryEvidence,
  kept: ReadonlySet<string>,
): RepositoryEvidence['deployments'] {
  const only = (shas: readonly string[]): string[] => shas.filter((sha) => kept.has(sha));
  return deployments
    .map((one) => ({
      ...one,
      holds: only(one.holds),
      brought: only(one.brought),
      tookAway: only(one.tookAway),
    }))
    .filter(({ brought, tookAway }) => brought.length + tookAway.length > 0);
}
