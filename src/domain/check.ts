export type CheckState = 'passed' | 'failed' | 'pending' | 'skipped' | 'unknown';

/** One CI result on one sha: a check run, a commit status, a pipeline. */
export type Check = {
  name: string;
  state: CheckState;
  url: string | null;
  at: string | null;
  /** Why nobody can tell its state, in plain words, when it could not be read. */
  why?: string;
};

/** The checks of one commit as they were read. Settled ones will not change by themselves. */
export type CommitChecks = {
  checks: Check[];
  isSettled: boolean;
  /** The login that may not read all of them: another may. `null` when they are all there. */
  withheldFrom: string | null;
};

/** What a host gave for one commit; `withheld` stands for what `login` may not read. */
export type ReadChecks = { checks: Check[]; withheld: Check | null; login: string };

/** CI may still register checks on a commit that is younger than this. */
const YOUNG_MS = 24 * 60 * 60 * 1000;

/**
 * Whether the checks of a commit are over: none failed (it may be run again) and none still runs.
 * What is withheld stays unknown, and asking again does not help.
 */
export function toCommitChecks(
  { checks, withheld, login }: ReadChecks,
  committedAt: string,
  now: string,
): CommitChecks {
  const isYoung = Date.parse(now) - Date.parse(committedAt) < YOUNG_MS;
  const isOver = checks.every(({ state }) => state === 'passed' || state === 'skipped');
  return {
    checks: withheld ? [...checks, withheld] : checks,
    isSettled: isOver && (checks.length > 0 || !isYoung),
    withheldFrom: withheld && login,
  };
}

/** Whether a login has to ask for these checks again. */
export const isOpen = (known: CommitChecks | undefined, login: string): boolean =>
  !known?.isSettled || (known.withheldFrom !== null && known.withheldFrom !== login);
