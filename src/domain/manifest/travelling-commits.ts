import { isThere } from '../presence/presence-state';
import type {
  JudgedBundle,
  JudgedChanges,
  JudgedCommit,
  JudgedIssue,
} from '../release/judged-issue';

type Question = Pick<JudgedBundle, 'mode' | 'promotion'>;

/** One repository's commits of an issue that a bundle is about. */
export type Travelling = { changes: JudgedChanges; commits: JudgedCommit[] };

/**
 * What people test and confirm of an issue, by repository: in a plan what `to` does not have for all that
 * is known, in an audit everything. Repositories without such a commit are left out.
 */
export const travellingCommits = (
  { changes }: Pick<JudgedIssue, 'changes'>,
  { mode, promotion: { to } }: Question,
): Travelling[] =>
  changes
    .map((one) => ({
      changes: one,
      commits: one.commits.filter(
        ({ presence }) => mode === 'audit' || !isThere(new Map(Object.entries(presence)).get(to)),
      ),
    }))
    .filter(({ commits }) => commits.length > 0);

/** Their shas, each once. */
export const travellingShas = (travelling: readonly Travelling[]): string[] => [
  ...new Set(travelling.flatMap(({ commits }) => commits.map(({ sha }) => sha))),
];
