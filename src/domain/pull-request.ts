import type { Commit } from './commit';

export type ReviewState = 'approved' | 'changes-requested' | 'commented' | 'dismissed' | 'unknown';

export type Review = {
  by: string;
  state: ReviewState;
  /** ISO 8601, UTC; `null` when the host does not say. */
  at: string | null;
  /** The head that was reviewed; `null` when the host does not say. */
  sha: string | null;
};

/** A GitHub pull request or a GitLab merge request. */
export type PullRequest = {
  number: number;
  title: string;
  body: string;
  url: string;
  state: 'open' | 'merged' | 'closed';
  isDraft: boolean;
  author: string | null;
  headBranch: string;
  headSha: string;
  baseBranch: string;
  /** The commit that the merge made on the base branch: merge commit, squash, or last rebased commit. */
  mergeSha: string | null;
  createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  /** The commits of the head branch, oldest first. */
  commits: Commit[];
  /** How many commits the host counts; more than `commits` holds when the answer was cut. */
  commitCount: number;
  reviews: Review[];
  reviewCount: number;
};
