import { useId } from 'react';
import type { PromotionView, ReleaseView } from '../../../src/api/contract';
import { useAddress } from './use-address';

const wordsOf = ({ from, to }: PromotionView): string => `${from} → ${to}`;

const MODES = [
  { mode: 'plan', words: 'Plan', means: 'Plan: what must still travel' },
  { mode: 'audit', words: 'Audit', means: 'Audit: did it all arrive' },
] as const;

/** Which promotion the whole page is about, and whether it asks before or after it. */
export function PromotionPicker({ view: { promotion, promotions, mode } }: { view: ReleaseView }) {
  const id = useId();
  const [, change] = useAddress();
  const isKnown = promotions.some((one) => wordsOf(one) === wordsOf(promotion));
  const options = isKnown ? promotions : [promotion, ...promotions];

  return (
    <div className="picker">
      <label htmlFor={id} className="sr-only">
        Promotion
      </label>
      <select
        id={id}
        className="select"
        value={wordsOf(promotion)}
        onChange={({ target }) => {
          const chosen = options.find((one) => wordsOf(one) === target.value);
          if (chosen) change({ from: chosen.from, to: chosen.to });
        }}
      >
        {options.map((one) => (
          <option key={wordsOf(one)} value={wordsOf(one)}>
            {wordsOf(one)}
          </option>
        ))}
      </select>
      <fieldset className="modes">
        <legend className="sr-only">What to ask about it</legend>
        {MODES.map((one) => (
          <label key={one.mode} className="mode-choice" title={one.means}>
            <input
              type="radio"
              name={`${id}-mode`}
              checked={mode === one.mode}
              onChange={() => {
                change({ mode: one.mode === 'audit' ? 'audit' : undefined });
              }}
            />
            {one.words}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
