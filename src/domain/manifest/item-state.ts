import type { Tick } from '../reasons/manual-step';
import type { CheckItem, CheckWord } from '../release/check-item';

type Outcome = CheckWord['outcome'];

/** Of two words at the same moment, the one that leaves more to do counts. */
const CAUTION: Readonly<Record<Outcome, number>> = { done: 0, open: 1, failed: 2 };

/** What a word says of its item, whether it was kept before items could fail or after. */
export const outcomeOf = ({ outcome, done }: Pick<Tick, 'outcome' | 'done'>): Outcome =>
  outcome ?? (done ? 'done' : 'open');

/** The newest word on an item. */
export const newestWord = (id: string, words: readonly Tick[]): Tick | undefined =>
  words
    .filter(({ stepId }) => stepId === id)
    .toSorted(
      (a, b) =>
        Date.parse(a.at) - Date.parse(b.at) || CAUTION[outcomeOf(a)] - CAUTION[outcomeOf(b)],
    )
    .at(-1);

/**
 * How an item stands after what people said of it. A word covers the commits that the item was about
 * then: another one opens it again, whether it was done or had failed, and the word stays to be seen.
 */
export function itemState(
  { id, shas }: Pick<CheckItem, 'id' | 'shas'>,
  words: readonly Tick[],
): Pick<CheckItem, 'state' | 'word' | 'reopenedBy'> {
  const newest = newestWord(id, words);
  if (!newest) return { state: 'open', word: null, reopenedBy: [] };
  const outcome = outcomeOf(newest);
  const { by, accountId, at, note } = newest;
  const isSaid = outcome !== 'open';
  const reopenedBy = isSaid ? shas.filter((sha) => !newest.shas.includes(sha)) : [];
  return {
    state: reopenedBy.length > 0 ? 'open' : outcome,
    word: { outcome, by, accountId, at, note },
    reopenedBy,
  };
}
