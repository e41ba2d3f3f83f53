import type { CheckItem, CheckWord } from '../domain/release/check-item';
import { wordOn } from '../domain/release/word-on';
import type { Tick } from '../domain/reasons/manual-step';
import type { Keeping } from '../ports/keeping';
import type { Ports } from '../ports/ports';
import { refuse, type Outcome, type Refusal } from './refusal';

export type WordInput = { outcome: CheckWord['outcome']; note?: string | undefined };

/** Somebody's word on an item, as it was kept. */
export type SaidWord = Pick<CheckWord, 'outcome' | 'by' | 'at' | 'note'> & {
  itemId: string;
  issueKey: string | null;
};

/** Keeps the viewer's word on an item; `line` is the one that the promotion leaves that they look at. */
export async function sayWord(
  { asUser, now }: Pick<Ports, 'asUser' | 'now'>,
  item: Pick<CheckItem, 'id' | 'issueKey' | 'shas'>,
  { outcome, note = '', line }: WordInput & { line: string },
  keep: (word: Tick) => Promise<Keeping>,
): Promise<Outcome<SaidWord>> {
  const { accountId, displayName: by } = await asUser.getViewer();
  const word = wordOn(item, { outcome, note, by, accountId, at: now(), line });
  const full = unlessKept(await keep(word), item.issueKey ?? 'this release');
  if (full) return full;
  const { at, note: kept } = word;
  return { itemId: item.id, issueKey: item.issueKey, outcome, by, at, note: kept };
}

/** What a full record of something means for whoever spoke last. */
export function unlessKept(keeping: Keeping, about: string): Refusal | undefined {
  if (keeping.status === 'kept') return undefined;
  const [bytes, limit] = [keeping.bytes, keeping.limit].map((size) => Math.ceil(size / 1024));
  const message = `Nothing was kept: with this, what people said of ${about} would take ${bytes} KiB, and Forge keeps ${limit} KiB. All that was said before is still there.`;
  return refuse('conflict', message);
}
