import {
  declared,
  joinTrailers,
  knownTrailers,
  pullRequestMessage,
  type TrailerSettings,
} from '../ownership/known-trailers';
import type { PullRequest } from '../pull-request';
import type { PullRequestEvidence } from './issue-evidence';

export type PullRequestContext = TrailerSettings & {
  pullRequests: readonly PullRequest[];
  lineBranches: readonly string[];
  /** The issues of a pull request: that it names, and that own commits of it. */
  issuesOf: (pullRequest: PullRequest) => ReadonlySet<string>;
  /** Whether any ref reaches a commit. */
  isOnRef: (sha: string) => boolean;
};

/** A pull request as one of its issues sees it. Checks are added later. */
export function toPullRequestEvidence(
  pullRequest: PullRequest,
  issueKey: string,
  context: PullRequestContext,
): PullRequestEvidence {
  const { body, createdAt, commits, ...summary } = pullRequest;
  const below = context.pullRequests.filter((one) => isBelow(one, pullRequest, context));
  return {
    ...summary,
    checks: 'not-read',
    trailers: trailersOf(pullRequest, context),
    sharedWith: others(issueKey, [pullRequest], context),
    stackedOn: others(issueKey, below, context),
  };
}

/** Its base is the other one's head. Line branches are a base for all. */
const isBelow = (
  below: PullRequest,
  { number, baseBranch }: PullRequest,
  { lineBranches }: PullRequestContext,
): boolean =>
  below.number !== number &&
  below.state !== 'closed' &&
  below.headBranch === baseBranch &&
  !lineBranches.includes(baseBranch);

const others = (
  issueKey: string,
  pullRequests: readonly PullRequest[],
  { issuesOf }: PullRequestContext,
): string[] => {
  const keys = new Set(pullRequests.flatMap((one) => [...issuesOf(one)]));
  keys.delete(issueKey);
  return [...keys].sort();
};

/** The messages of commits that a squash left behind speak through the pull request; all others for themselves. */
function trailersOf(
  pullRequest: PullRequest,
  context: PullRequestContext,
): PullRequestEvidence['trailers'] {
  const squashed = pullRequest.commits.filter(
    ({ sha }) => pullRequest.state === 'merged' && !context.isOnRef(sha),
  );
  const messages = [pullRequestMessage(pullRequest), ...squashed.map(({ message }) => message)];
  return declared(joinTrailers(messages.map((message) => knownTrailers(message, context))));
}
