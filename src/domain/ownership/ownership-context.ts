import type { Commit } from '../commit';
import type { IsProjectKey } from '../issue-key';
import type { PullRequest } from '../pull-request';
import type { Association } from './association';

export type CommitMessage = Pick<Commit, 'sha' | 'message' | 'parents'>;

/** What must be known beside a commit to say which issues it belongs to. */
export type OwnershipContext = {
  isProjectKey: IsProjectKey;
  /** Trailers that name an issue; case does not matter. */
  issueTrailers: readonly string[];
  /** Branches of the repository's lines: merging one of these says nothing about an issue. */
  lineBranches: readonly string[];
  /** The pull requests that the commit belongs to. */
  pullRequests: readonly Pick<PullRequest, 'number' | 'title' | 'headBranch' | 'mergeSha'>[];
  /** The merge commits that brought the commit in. */
  mergedBy: readonly Pick<Commit, 'message'>[];
  /** The associations of another commit (a full sha or 7 and more of its digits); `undefined` when it is not known. */
  associationsOf: (sha: string) => readonly Association[] | undefined;
};
