import type { ReleaseActs } from './acts';
import type { CheckItem } from './check-item';
import type { JudgedIssue } from './judged-issue';

type Said = {
  acts: Pick<ReleaseActs, 'signOffs'>;
  items: readonly Pick<CheckItem, 'word'>[];
  issues: readonly Pick<JudgedIssue, 'lines'>[];
};

/**
 * When somebody said no for the last time (ISO 8601): by a sign-off, by failing an item of a checklist, or by
 * the status of an issue; `null` when nobody did.
 */
export function lastRejectionAt({ acts, items, issues }: Said): string | null {
  const rejections = [
    ...acts.signOffs
      .filter(({ decision, revoked }) => decision === 'rejected' && revoked === null)
      .map(({ at }) => at),
    ...items.flatMap(({ word }) => (word?.outcome === 'failed' ? [word.at] : [])),
    ...issues.flatMap(({ lines }) =>
      lines.flatMap(({ since }) => (since?.kind === 'rejected' ? [since.at] : [])),
    ),
  ];
  return rejections.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? null;
}
