import type { IsProjectKey } from '../issue-key';
import type { Association } from './association';
import { ownedByBranch } from './branch-keys';
import type { OwnershipContext } from './ownership-context';
import { readTitle } from './title-keys';

type PullRequestContext = Pick<OwnershipContext, 'isProjectKey' | 'lineBranches' | 'pullRequests'>;

/**
 * The issues that the title or the head branch of the commit's pull requests name. A pull request
 * from one line into another promotes changes; it does not make them its own.
 */
export function byPullRequest({
  isProjectKey,
  lineBranches,
  pullRequests,
}: PullRequestContext): Association[] {
  const own = pullRequests.filter(({ headBranch }) => !lineBranches.includes(headBranch));
  return [
    ...own.flatMap(({ title, number }) => ownedByPullRequestTitle(title, number, isProjectKey)),
    ...own.flatMap(({ headBranch }) =>
      ownedByBranch(headBranch, 'pull-request-branch', isProjectKey),
    ),
  ];
}

/** The issues in the first run of keys of a pull request's title. */
export function ownedByPullRequestTitle(
  title: string,
  number: number | null,
  isProjectKey: IsProjectKey,
): Association[] {
  const keys = readTitle(title, isProjectKey);
  const toAssociation = (issueKey: string, kind: 'owns' | 'reverts'): Association => ({
    issueKey,
    kind,
    source: 'pull-request-title',
    detail: number === null ? null : `#${number}`,
  });
  return [
    ...keys.owns.map((key) => toAssociation(key, 'owns')),
    ...keys.reapplies.map((key) => toAssociation(key, 'owns')),
    ...keys.reverts.map((key) => toAssociation(key, 'reverts')),
  ];
}
