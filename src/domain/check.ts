export type CheckState = 'passed' | 'failed' | 'pending' | 'skipped' | 'unknown';

/** One CI result on one sha: a check run, a commit status, a pipeline. */
export type Check = {
  name: string;
  state: CheckState;
  url: string | null;
  at: string | null;
};
