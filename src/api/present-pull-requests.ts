import type { PullRequestEvidence, RepositoryEvidence } from '../domain/evidence/issue-evidence';
import { reviewState } from '../domain/review-state';
import type { PullRequestView } from './contract';

/** Pull requests of the issue: open ones first, then the most recently changed. */
export function presentPullRequests(parts: readonly RepositoryEvidence[]): PullRequestView[] {
  return parts
    .flatMap(({ repository, pullRequests }) => pullRequests.map((one) => toView(repository, one)))
    .sort(
      (a, b) =>
        Number(b.state === 'open') - Number(a.state === 'open') ||
        Date.parse(b.updatedAt) - Date.parse(a.updatedAt) ||
        a.number - b.number,
    );
}

function toView(repository: string, pullRequest: PullRequestEvidence): PullRequestView {
  const { number, title, url, state, isDraft, author, headBranch, baseBranch } = pullRequest;
  const { mergedAt, updatedAt, reviews, checks } = pullRequest;
  return {
    repository,
    number,
    title,
    url,
    state,
    isDraft,
    author,
    headBranch,
    baseBranch,
    mergedAt,
    updatedAt,
    review: reviewState(pullRequest),
    reviews,
    checks,
  };
}
