import { digestOf } from '../digest';
import type { Reason } from '../reasons/reason';

/**
 * The id of the look that a person takes at a reason. Wording does not count, nor do commits: another
 * one opens the same item again, one that arrived leaves it as it is. What is about no commit (a cycle,
 * what could not be read) is another item once it is about something else.
 */
export const reviewId = (issueKey: string, reason: Omit<Reason, 'level' | 'summary'>): string =>
  digestOf(['review', issueKey, reason.code, ...subjectsOf(reason)]);

/** Whether a person may answer it by having looked. A manual step is ticked itself. */
export const isReviewable = ({ code, level }: Pick<Reason, 'code' | 'level'>): boolean =>
  level === 'manual-review' && code !== 'manual-step';

function subjectsOf({ shas, subjects, evidence }: Omit<Reason, 'code' | 'level' | 'summary'>) {
  const known = subjects ?? (shas ? [] : evidence.map(({ text }) => text));
  return [...new Set(known)].sort();
}
