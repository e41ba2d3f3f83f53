export type CheckState = 'passed' | 'failed' | 'pending' | 'skipped' | 'unknown';

/** One CI result on one sha: a check run, a commit status, a pipeline. */
export type Check = {
  name: string;
  state: CheckState;
  url: string | null;
  at: string | null;
};

/** The checks of one commit as they were read. Settled ones will not change by themselves. */
export type CommitChecks = { checks: Check[]; isSettled: boolean };

/** CI may still register checks on a commit that is younger than this. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/** Whether the checks of a commit are over: none failed (it may be run again) and none still runs. */
export function toCommitChecks(checks: Check[], committedAt: string, now: string): CommitChecks {
  const isYoung = Date.parse(now) - Date.parse(committedAt) < YOUNG_MS;
  const isOver = checks.every(({ state }) => state === 'passed' || state === 'skipped');
  return { checks, isSettled: isOver && (checks.length > 0 || !isYoung) };
}
