import type { Tick } from '../reasons/manual-step';
import type { Act } from './acts';
import type { CheckItem, CheckWord } from './check-item';

/** What somebody says of an item; `line` is the one that the promotion leaves that they look at. */
export type Saying = Act & Pick<CheckWord, 'outcome' | 'note'> & { line: string };

/** That word as it is kept: it covers the commits that the item is about now. */
export const wordOn = (
  { id, shas }: Pick<CheckItem, 'id' | 'shas'>,
  { outcome, note, by, accountId, at, line }: Saying,
): Tick => ({
  ...{ stepId: id, done: outcome === 'done', outcome, by, accountId, at, line },
  note: note === '' ? null : note,
  shas: [...shas],
});
