import type { CommitEvidence, PullRequestEvidence } from '../evidence/issue-evidence';
import type { KnownTrailers } from '../ownership/known-trailers';
import type { Promotion } from '../promotion/promotion';
import { commitLink, pullRequestLink } from './evidence-links';
import { isThere } from '../lines/line-state';
import { changesOf, presenceOn } from './on-line';
import type { PromotionCase, RepositoryCase } from './promotion-case';
import type { EvidenceLink } from './reason';

type Target = Pick<Promotion, 'to'>;

/** Changes that `to` does not have for all that is known: what is there already needs no look any more. */
export const travellingChanges = (repository: RepositoryCase, { to }: Target): CommitEvidence[] =>
  changesOf(repository).filter((change) => !isThere(presenceOn(repository, to, change)));

/**
 * Pull requests with something that `to` does not have: open ones, and merged ones until it is known
 * that their commits arrived. Where nobody knows which commits those are, all of the repository count.
 */
export function travellingPullRequests(
  repository: RepositoryCase,
  target: Target,
): PullRequestEvidence[] {
  return repository.pullRequests.filter(
    (one) =>
      one.state === 'open' || (one.state === 'merged' && isOnItsWay(repository, target, one)),
  );
}

function isOnItsWay(
  repository: RepositoryCase,
  target: Target,
  pullRequest: PullRequestEvidence,
): boolean {
  const travelling = travellingChanges(repository, target);
  const own = changesOf(repository).filter((change) => isOf(pullRequest, change));
  if (own.length > 0) return own.some((change) => travelling.includes(change));
  const merge = repository.evidence.commits.find(({ sha }) => sha === pullRequest.mergeSha);
  if (merge && presenceOn(repository, target.to, merge).by === 'ancestor') return false;
  return travelling.length > 0 || changesOf(repository).length === 0;
}

/** Whether a commit is known to be one of a pull request. */
export const isOf = (
  { number, headBranch, mergeSha, headSha }: PullRequestEvidence,
  { sha, associations }: CommitEvidence,
): boolean =>
  sha === mergeSha ||
  sha === headSha ||
  associations.some(
    ({ source, detail }) =>
      (source === 'pull-request-title' && detail === `#${number}`) ||
      (source === 'pull-request-branch' && detail === headBranch),
  );

/** `sha`: the commit, or the head of the pull request. */
export type Declaration = { trailers: KnownTrailers; sha: string; evidence: EvidenceLink };

/** What messages and descriptions declare of changes that travel. */
export function declarations({
  repositories,
  promotion,
}: Pick<PromotionCase, 'repositories' | 'promotion'>): Declaration[] {
  return repositories.flatMap((repository) => [
    ...travellingChanges(repository, promotion).flatMap((change) =>
      declared(change.trailers, change.sha, commitLink(repository, change)),
    ),
    ...travellingPullRequests(repository, promotion).flatMap((one) =>
      declared(one.trailers, one.headSha, pullRequestLink(repository, one)),
    ),
  ]);
}

const declared = (
  trailers: KnownTrailers | null,
  sha: string,
  evidence: EvidenceLink,
): Declaration[] => (trailers ? [{ trailers, sha, evidence }] : []);
