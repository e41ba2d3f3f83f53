import type { Tick } from '../reasons/manual-step';
import type { CheckItem } from '../release/check-item';
import type { JudgedBundle, JudgedIssue } from '../release/judged-issue';
import { checklists } from './checklists';

/**
 * What there is to look at and to do for one issue, of each audience: the same items, under the same ids, as
 * on the lists of a release that it is in.
 */
export function issueChecklist(
  issue: JudgedIssue,
  { promotion, mode }: Pick<JudgedBundle, 'promotion' | 'mode'>,
  words: readonly Tick[],
): CheckItem[] {
  const bundle: JudgedBundle = {
    ...{
      promotion,
      mode,
      issues: [issue],
      unreadable: [],
      unlisted: [],
      unlistedSince: null,
      rollback: [],
      places: [],
      gaps: [],
    },
    order: { repositories: [], issues: [issue.key], cycles: [] },
    ...{ asOf: null, unlistedSince: null },
  };
  const lists = checklists(bundle, { ofIssues: new Map([[issue.key, words]]), ofRelease: [] });
  return [...lists.qa, ...lists.client, ...lists.releaseManager].filter(
    ({ issueKey }) => issueKey === issue.key,
  );
}
