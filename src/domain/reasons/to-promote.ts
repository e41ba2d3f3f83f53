import type { CommitEvidence } from '../evidence/issue-evidence';
import type { RepositoryId } from '../repository';
import { changesReached } from './commits-reached';
import type { PromotionCase } from './promotion-case';
import { travellingChanges } from './travelling';

export type RepositoryPlan = { repository: RepositoryId; commits: CommitEvidence[] };

/**
 * The plan: commits of the issue that `from` reaches and whose change `to` does not have (absent,
 * reverted, unknown), oldest first, by repository in the given order.
 */
export function toPromote({
  repositories,
  promotion,
}: Pick<PromotionCase, 'repositories' | 'promotion'>): RepositoryPlan[] {
  return repositories
    .map((repository) => {
      const travelling = new Set(travellingChanges(repository, promotion));
      const reached = changesReached(repository, promotion.from);
      return {
        repository: repository.repository,
        commits: reached.filter((change) => travelling.has(change)),
      };
    })
    .filter(({ commits }) => commits.length > 0);
}
