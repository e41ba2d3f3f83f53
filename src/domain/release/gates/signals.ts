import type { GateSignal, GateSignals } from '../gate';
import type { JudgedIssue } from '../judged-issue';

const WORST_FIRST = ['failed', 'unknown', 'pending'] as const;

/**
 * What checks that are not required say of a release; `null` when there is none. Those of a commit that issues
 * share count once; `required` are texts of checks that another project requires.
 */
export function signalsOf(
  issues: readonly JudgedIssue[],
  required: readonly string[],
): GateSignals | null {
  const ofCommit = new Map(
    issues.flatMap(({ key, signals }) =>
      signals.map((one) => [`${one.repository} ${one.sha}`, { ...one, key }] as const),
    ),
  );
  if (ofCommit.size === 0) return null;
  const distinct = [...ofCommit.values()];
  const open = distinct
    .flatMap(({ key, open: own }) => own.map((one): GateSignal => ({ ...one, issueKey: key })))
    .filter(({ text }) => !required.includes(text));
  return {
    passed: distinct.reduce((sum, { passed }) => sum + passed, 0),
    open: WORST_FIRST.flatMap((state) => open.filter((one) => one.state === state)),
  };
}
