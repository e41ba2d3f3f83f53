import type { Association } from './association';
import { ownedByBranch } from './branch-keys';
import { ownedByPullRequestTitle } from './by-pull-request';
import { parseMergeMessage } from './merge-message';
import type { CommitMessage, OwnershipContext } from './ownership-context';

type MergeContext = Pick<OwnershipContext, 'isProjectKey' | 'lineBranches' | 'mergedBy'>;

/**
 * The issues of the branches named by the merge commits that brought the commit in and, for a
 * merge commit, by itself: it is shown with the changes that it brought. A merge of a line names
 * no issue. The branch that a merge goes into is never its own.
 */
export function byMerge(commit: CommitMessage, context: MergeContext): Association[] {
  return [commit, ...context.mergedBy].flatMap(({ message }) => ownedByMerge(message, context));
}

function ownedByMerge(message: string, context: MergeContext): Association[] {
  const { isProjectKey, lineBranches } = context;
  const merge = parseMergeMessage(message);
  const branches = merge?.branches.filter((branch) => !lineBranches.includes(branch)) ?? [];
  if (!merge || branches.length === 0) return [];
  const title = merge.pullRequestTitle ?? '';
  return [
    ...branches.flatMap((branch) => ownedByBranch(branch, 'merge-branch', isProjectKey)),
    ...ownedByPullRequestTitle(title, merge.number, isProjectKey),
  ];
}
