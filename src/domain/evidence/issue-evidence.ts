import type { Check } from '../check';
import type { DeploymentState } from '../deployment';
import type { Association } from '../ownership/association';
import type { KnownTrailers } from '../ownership/known-trailers';
import type { FoundPresence } from '../presence/presence-facts';
import type { PullRequest, Review } from '../pull-request';
import type { RepositoryId } from '../repository';

/**
 * A ref that commits are looked for in: a branch head, the sha that an environment runs
 * (`deployed`), or the sha of the newest deployment to it that did not succeed (`attempted`).
 */
export type RefName = `branch:${string}` | `deployed:${string}` | `attempted:${string}`;

/** A commit that names an issue, as every list shows it. */
export type MentionEvidence = {
  sha: string;
  title: string;
  author: string;
  authoredAt: string;
  isMerge: boolean;
  /** Why this commit is here, strongest first. */
  associations: Association[];
};

/** Files that a commit touched, at most a thousand by name; `unread`: nobody knows which. */
export type TouchedPaths = { listed: string[]; omitted: number } | 'unread';

/** A commit of one issue, with where its change is. */
export type CommitEvidence = MentionEvidence & {
  /** Whether it changes anything: an empty commit and a plain merge do not, and need no presence. */
  carriesChange: boolean;
  /** By ref, as far as the change is or was there or nobody knows; a ref that is not named has it not. */
  presence: Partial<Record<RefName, FoundPresence>>;
  /** When the change came to each branch that has it: the date of the commit that brought it. ISO 8601, UTC. */
  arrivedAt: Partial<Record<RefName, string>>;
  paths: TouchedPaths;
  /** What its message declares; `null` when it declares nothing. */
  trailers: KnownTrailers | null;
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
> & {
  reviews: Review[];
  reviewCount: number;
  commitCount: number;
  checks: Check[] | 'not-read';
  /** What its description and, once it was merged, its inner commits declare; `null` when nothing. */
  trailers: KnownTrailers | null;
  /** Other issues that own commits of this pull request, sorted: they cannot travel apart. */
  sharedWith: string[];
  /** Issues of the pull request that this one is stacked on (its base is the other one's head), sorted. */
  stackedOn: string[];
};

/**
 * A deployment that changed what an environment has of the issue, or tried to. In the order they
 * happened; those that made no difference to the issue are left out.
 */
export type DeploymentEvidence = {
  id: string;
  environment: string;
  sha: string;
  /** One that succeeded and was replaced later is a success. */
  state: DeploymentState;
  /** When it came to this state. ISO 8601, UTC. */
  at: string;
  url: string | null;
  /** Changes of the issue that it holds. */
  holds: string[];
  /** Those that the environment did not have before. */
  brought: string[];
  /** Those that the environment had before and that it took out: a rollback. */
  tookAway: string[];
};

/** A commit that a person took away from the issue, kept so that nobody wonders where it went. */
export type Unlinked = { sha: string; title: string; by: string; at: string; reason: string };

/** What one repository knows of one issue. */
export type RepositoryEvidence = {
  repository: RepositoryId;
  /** Commits that the issue owns, newest first. */
  commits: CommitEvidence[];
  /** Commits that only mention it, newest first. */
  mentions: MentionEvidence[];
  pullRequests: PullRequestEvidence[];
  deployments: DeploymentEvidence[];
  unlinked: Unlinked[];
  /** How many commits there are beyond those stored; they are a gap, not an absence. */
  omitted: number;
  /** What was stored is of an earlier version and cannot be read: it is empty until the next reading. */
  isOutdated?: true;
};

/** All evidence of one issue: the stored document that the panel reads. */
export type IssueEvidence = { issueKey: string; repositories: RepositoryEvidence[] };
