import type { Check } from '../check';
import type { Association } from '../ownership/association';
import type { PullRequest, Review } from '../pull-request';
import type { RepositoryId } from '../repository';

/**
 * A ref that commits are looked for in: a branch head, the sha that an environment runs
 * (`deployed`), or the sha of the newest deployment to it that did not succeed (`attempted`).
 */
export type RefName = `branch:${string}` | `deployed:${string}` | `attempted:${string}`;

/** A commit of one issue, with where it is. */
export type CommitEvidence = {
  sha: string;
  title: string;
  author: string;
  authoredAt: string;
  isMerge: boolean;
  /** Why this commit is here, strongest first. */
  associations: Association[];
  /** The refs that reach it, sorted. */
  refs: RefName[];
  checks: Check[] | 'not-read';
};

export type PullRequestEvidence = Pick<
  PullRequest,
  | 'number'
  | 'title'
  | 'url'
  | 'state'
  | 'isDraft'
  | 'author'
  | 'headBranch'
  | 'headSha'
  | 'baseBranch'
  | 'mergeSha'
  | 'updatedAt'
  | 'mergedAt'
> & { reviews: Review[]; reviewCount: number; commitCount: number; checks: Check[] | 'not-read' };

/** A commit that a person took away from the issue, kept so that nobody wonders where it went. */
export type Unlinked = { sha: string; title: string; by: string; at: string; reason: string };

/** What one repository knows of one issue. */
export type RepositoryEvidence = {
  repository: RepositoryId;
  /** Commits that the issue owns, newest first. */
  commits: CommitEvidence[];
  /** Commits that only mention it, newest first. */
  mentions: CommitEvidence[];
  pullRequests: PullRequestEvidence[];
  unlinked: Unlinked[];
  /** How many commits there are beyond those stored; they are a gap, not an absence. */
  omitted: number;
};

/** All evidence of one issue: the stored document that the panel reads. */
export type IssueEvidence = { issueKey: string; repositories: RepositoryEvidence[] };
