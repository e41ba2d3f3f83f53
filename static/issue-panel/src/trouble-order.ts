import type { EnvironmentView, LineCell, RepositoryChanges } from '../../../src/api/contract';

const isFailedAttempt = ({ attempted }: EnvironmentView): boolean => attempted?.state === 'failed';

function trouble(cell: LineCell): number {
  if (cell.environments.some(isFailedAttempt)) return 4;
  if (cell.branchState === 'missing') return 3;
  if (cell.state === 'unknown') return 2;
  return cell.state === 'part' ? 1 : 0;
}

const worst = ({ cells }: RepositoryChanges): number => Math.max(0, ...cells.map(trouble));

/** For reading only: what a person should look at comes first, else the order given. */
export const inTroubleOrder = (changes: readonly RepositoryChanges[]): RepositoryChanges[] =>
  changes.toSorted((a, b) => worst(b) - worst(a));
