import { newestWord, outcomeOf } from '../manifest/item-state';
import type { Tick } from '../reasons/manual-step';
import { confirmId, retestId, testId } from '../release/check-item-id';

/** A test or a confirmation that somebody failed; `what` names it: `Test`. */
export type FailedItem = {
  line: string;
  at: string;
  by: string;
  what: string;
  note: string | null;
};

/**
 * What people failed of an issue: its test, its test again on a line, the client's confirmation. While that
 * is the newest word on the item it is a rejection; a newer one answers it. It counts on the line
 * that the promotion left when it was said, else on `from`.
 */
export function failedItems(
  issueKey: string,
  words: readonly Tick[],
  { route, from }: { route: readonly string[]; from: string },
): FailedItem[] {
  const items = [
    { id: testId(issueKey), what: 'Test', line: null },
    ...route.map((line) => ({ id: retestId(issueKey, line), what: 'Test again', line })),
    { id: confirmId(issueKey), what: 'Confirmation', line: null },
  ];
  return items.flatMap(({ id, what, line }) => {
    const word = newestWord(id, words);
    if (!word || outcomeOf(word) !== 'failed') return [];
    const { at, by, note } = word;
    return [{ line: line ?? word.line ?? from, at, by, what, note }];
  });
}
