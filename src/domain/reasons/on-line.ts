import type { CommitEvidence } from '../evidence/issue-evidence';
import { presenceIn, type LineCell, type Presence } from '../lines/line-state';
import type { PromotionCase, RepositoryCase } from './promotion-case';

/** The cell of a line; a repository that the project does not list may have none. */
export const cellOn = ({ cells }: RepositoryCase, line: string): LineCell | undefined =>
  cells.find((cell) => cell.line === line);

/** Where a change is on a line. Of a line that a repository has no branch for, nobody knows. */
export function presenceOn(
  repository: RepositoryCase,
  line: string,
  change: CommitEvidence,
): Presence {
  const cell = cellOn(repository, line);
  return cell ? presenceIn(change, cell.branch, cell.branchState) : NOBODY_KNOWS;
}

const NOBODY_KNOWS: Presence = { state: 'unknown', by: null, as: null };

/** Not there, or taken away again. */
export const isLacking = ({ state }: Presence): boolean =>
  state === 'absent' || state === 'reverted';

/** The changes of a repository. An empty commit is none. */
export const changesOf = ({ changes }: RepositoryCase): CommitEvidence[] =>
  changes.filter(({ carriesChange }) => carriesChange);

export type FoundChange = { repository: RepositoryCase; change: CommitEvidence };

export const allChanges = ({ repositories }: Pick<PromotionCase, 'repositories'>): FoundChange[] =>
  repositories.flatMap((repository) =>
    changesOf(repository).map((change) => ({ repository, change })),
  );

/** Repositories that hold changes of the issue, or a pull request that may bring some. */
export const touched = ({ repositories }: Pick<PromotionCase, 'repositories'>): RepositoryCase[] =>
  repositories.filter(
    (one) => changesOf(one).length > 0 || one.pullRequests.some(({ state }) => state !== 'closed'),
  );
