import { digestOf } from '../digest';

/** Ids of items whose failure rejects their issue. */
export const testId = (issueKey: string): string => digestOf(['test', issueKey]);
export const retestId = (issueKey: string, line: string): string =>
  digestOf(['retest', issueKey, line]);
export const confirmId = (issueKey: string): string => digestOf(['confirm', issueKey]);
