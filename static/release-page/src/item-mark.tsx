import type { CheckItem } from '../../../src/api/contract';

const SHAPE: Record<CheckItem['state'], string> = {
  open: 'M3 3h10v10H3z',
  done: 'M3 3h10v10H3zm2.4 5.2 2 2 3.4-4',
  failed: 'M3 3h10v10H3zm2.6 2.6 4.8 4.8m0-4.8-4.8 4.8',
};

const WORDS: Record<CheckItem['state'], string> = { open: 'open', done: 'done', failed: 'failed' };

/** Whether something is done, as a shape and a word. */
export function ItemMark({ state }: Pick<CheckItem, 'state'>) {
  return (
    <span className={`item-mark item-${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={SHAPE[state]} />
      </svg>
      {WORDS[state]}
    </span>
  );
}
