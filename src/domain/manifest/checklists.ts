import type { Tick } from '../reasons/manual-step';
import type { Audience, CheckItem } from '../release/check-item';
import type { JudgedBundle } from '../release/judged-issue';
import { clientChecklist } from './client-checklist';
import type { Draft } from './draft-item';
import { inFixedOrder } from './in-fixed-order';
import { itemState } from './item-state';
import { managerChecklist } from './manager-checklist';
import { qaChecklist } from './qa-checklist';

/** What people said: of items of an issue (kept with the issue), and of the release as a whole. */
export type Words = {
  ofIssues: ReadonlyMap<string, readonly Tick[]>;
  ofRelease: readonly Tick[];
};

export type Checklists = Record<Audience, CheckItem[]>;

/** The lists of a bundle, in a fixed order, with the newest word on each item. */
export function checklists(bundle: JudgedBundle, words: Words): Checklists {
  const ordered = inFixedOrder(bundle);
  const said = (items: readonly Draft[]): CheckItem[] =>
    items.map((item) => ({ ...item, ...itemState(item, wordsOn(item, words)) }));
  return {
    qa: said(qaChecklist(ordered)),
    client: said(clientChecklist(ordered)),
    releaseManager: said(managerChecklist(ordered)),
  };
}

const wordsOn = ({ issueKey }: Draft, { ofIssues, ofRelease }: Words): readonly Tick[] =>
  issueKey === null ? ofRelease : (ofIssues.get(issueKey) ?? []);
