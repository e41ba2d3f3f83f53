import type { Gap } from '../gap';
import { cellOn, touched } from './on-line';
import type { PromotionCase, RepositoryCase } from './promotion-case';

/** What a gap is called when a repository could not be read at all. */
const WHOLE = 'the repository';

export type Unavailable = { repository: RepositoryCase; why: string[] };

/**
 * Repositories that are known to hold changes of the issue and cannot be read: at all, or the branch of
 * a line of the promotion. One that the project does not list is not looked at, which is another gap.
 */
export function unavailableRepositories(facts: PromotionCase): Unavailable[] {
  return touched(facts)
    .filter(({ settings }) => settings !== null)
    .map((repository) => ({ repository, why: whyUnavailable(facts, repository) }))
    .filter(({ why }) => why.length > 0);
}

/** Whether a gap is told by `repository-unavailable`. */
export const isToldBy = (unavailable: readonly Unavailable[], gap: Gap): boolean =>
  gap.what === WHOLE &&
  unavailable.some(({ repository }) => repository.repository === gap.repository);

function whyUnavailable(facts: PromotionCase, repository: RepositoryCase): string[] {
  const gaps = [...facts.gaps, ...(repository.status?.gaps ?? [])].filter(
    (gap) => gap.repository === repository.repository && gap.what === WHOLE,
  );
  if (gaps.length > 0) return gaps.map(({ why }) => why);
  if (repository.status === undefined) return ['it was never read to the end'];
  const { before, from, to } = facts.promotion;
  return [...before, from, to].flatMap((line) => {
    const cell = cellOn(repository, line);
    return cell?.branchState === 'unknown'
      ? [`nobody knows what is on ${cell.branch}, the branch of ${line}`]
      : [];
  });
}
