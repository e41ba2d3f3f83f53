import type { CommitEvidence, RefName, RepositoryEvidence } from './issue-evidence';

/**
 * Commits of issues with a change that some branch lacks, newest first: such changes, and all of the
 * issue from the oldest of them on. What is newest speaks for the issue even when it is everywhere, as
 * the revert of a change is where that never came.
 */
export function commitsOnTheirWay(
  parts: readonly Pick<RepositoryEvidence, 'commits'>[],
  branches: readonly RefName[],
): string[] {
  const isOnItsWay = ({ presence }: CommitEvidence): boolean =>
    branches.some((name) => presence[name]?.state !== 'present');
  const writtenAt = ({ authoredAt }: CommitEvidence): number => Date.parse(authoredAt);
  return parts
    .flatMap(({ commits }) => {
      const oldest = Math.min(...commits.filter(isOnItsWay).map(writtenAt));
      return commits.filter((commit) => writtenAt(commit) >= oldest);
    })
    .sort((a, b) => writtenAt(b) - writtenAt(a) || (a.sha < b.sha ? -1 : 1))
    .map(({ sha }) => sha);
}
