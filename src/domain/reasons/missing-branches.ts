import { namesOf, reasonFrom } from './evidence-links';
import { cellOn, touched } from './on-line';
import type { PromotionCase } from './promotion-case';
import type { Reason } from './reason';

/** Repositories that the issue touches and in which the branch of a line does not exist. */
export function missingBranches(
  facts: PromotionCase,
  { code, line }: { code: string; line: string },
): Reason[] {
  const found = touched(facts).flatMap((repository) => {
    const cell = cellOn(repository, line);
    return cell?.branchState === 'missing' ? [{ repository, branch: cell.branch }] : [];
  });
  return reasonFrom(
    found.map(({ repository, branch }) => ({
      text: `${repository.name} has no branch ${branch}`,
      url: repository.url,
    })),
    {
      code,
      level: 'blocked',
      summary: `The branch of ${line} does not exist in ${namesOf(found)}.`,
    },
  );
}
