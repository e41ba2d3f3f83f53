import { counted } from '../reasons/evidence-links';
import { AUDIENCES, type Audience } from '../release/check-item';
import type { Difference } from './difference';
import type { Manifest, ManifestCheckItem } from './manifest';

const LISTS: Readonly<Record<Audience, string>> = {
  qa: 'QA checklist',
  client: 'client checklist',
  releaseManager: 'release manager checklist',
};

/** Items of the checklists that people, or commits after them, gave another state: one of a new item, too. */
export const compareChecklists = (before: Manifest, after: Manifest): Difference[] =>
  AUDIENCES.flatMap((audience) => {
    const was = new Map(before.checklists[audience].map((item) => [item.id, item.state]));
    return after.checklists[audience].flatMap((item) =>
      itemDifference(was.get(item.id) ?? 'open', item, LISTS[audience]),
    );
  });

function itemDifference(
  from: ManifestCheckItem['state'],
  item: ManifestCheckItem,
  list: string,
): Difference[] {
  const { issueKey, state: to, text } = item;
  if (from === to) return [];
  const place = issueKey === null ? `The ${list}` : `${issueKey}, ${list}`;
  return [
    {
      ...{ kind: 'checklist', issueKey, added: [], removed: [] },
      change: { from, to },
      text: `${place}: ${from}, now ${to}${whyOpen(item)}: ${text}`,
    },
  ];
}

const whyOpen = ({ state, reopenedBy }: ManifestCheckItem): string =>
  state === 'open' && reopenedBy.length > 0
    ? ` again, for ${counted(reopenedBy.length, 'commit')} since`
    : '';
