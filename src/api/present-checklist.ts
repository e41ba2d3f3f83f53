import type { CheckItem } from '../domain/release/check-item';
import type { CheckItemView } from './issue-view';

/** Items of an issue as its panel shows them. */
export const presentChecklist = (items: readonly CheckItem[]): CheckItemView[] =>
  items.map(({ id, audience, kind, text, owner, links, state, word, reopenedBy }) => ({
    ...{ id, audience, kind, text, owner, links, state, word: wordOf(word) },
    reopenedBy: reopenedBy.length,
  }));

function wordOf(word: CheckItem['word']): CheckItemView['word'] {
  if (word === null) return null;
  const { outcome, by, at, note } = word;
  return { outcome, by, at, note };
}
