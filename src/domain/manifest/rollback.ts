import type { ManualStep } from '../reasons/manual-step';
import { listed } from '../reasons/evidence-links';
import type { Reason } from '../reasons/reason';
import type { JudgedBundle, JudgedIssue, RollbackPoint } from '../release/judged-issue';

/** How to go back in one repository. `backTo: null`: nobody knows. */
export type RollbackStep = Pick<RollbackPoint, 'repository' | 'line' | 'backTo'> & { note: string };

/** How to go back, last promoted first, and what a return to the old sha does not undo. */
export function rollbackSteps(bundle: JudgedBundle): RollbackStep[] {
  const backwards = bundle.order.repositories.toReversed();
  const placeOf = ({ repository }: RollbackPoint): number => {
    const place = backwards.indexOf(repository);
    return place < 0 ? backwards.length : place;
  };
  return bundle.rollback
    .toSorted((one, other) => (one.repository < other.repository ? -1 : 1))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((point) => {
      const { repository, line, backTo } = point;
      return { repository, line, backTo, note: noteOn(point, bundle.issues) };
    });
}

function noteOn(point: RollbackPoint, issues: readonly JudgedIssue[]): string {
  const { repository, backTo, basis, name } = point;
  const start =
    backTo === null
      ? `Nobody knows what ${name} runs on ${point.line}: find it out before you promote.`
      : `Back to ${basis}.`;
  const steps = issues.flatMap(({ key, manualSteps }) =>
    manualSteps.filter((step) => step.repository === repository).map(undo(key)),
  );
  return [
    start,
    ...about(issues, repository, 'db-change').map(
      (keys) => `Changes of the database by ${keys} do not go back by themselves.`,
    ),
    ...steps,
    ...about(issues, repository, 'feature-flag').map((keys) => `Switch the flags of ${keys} back.`),
  ].join(' ');
}

const undo =
  (key: string) =>
  ({ text }: ManualStep): string =>
    `Undo by hand, if it was done for ${key}: ${text}.`;

/** The issues that have a reason of this code in a repository, in one word; none when there is none. */
function about(issues: readonly JudgedIssue[], repository: string, code: string): string[] {
  const keys = issues
    .filter((issue) =>
      issue.reasons.some((one) => one.code === code && isIn(one, issue, repository)),
    )
    .map(({ key }) => key);
  return keys.length === 0 ? [] : [listed(keys)];
}

/** A reason that names no commit may be about any repository of its issue. */
function isIn({ shas = [] }: Reason, { changes }: JudgedIssue, repository: string): boolean {
  const own = changes.find((one) => one.repository === repository);
  const known = changes.flatMap(({ commits }) => commits.map(({ sha }) => sha));
  const named = shas.filter((sha) => known.includes(sha));
  if (!own) return false;
  return named.length === 0 || own.commits.some(({ sha }) => named.includes(sha));
}
