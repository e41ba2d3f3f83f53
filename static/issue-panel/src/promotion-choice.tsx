import { useId } from 'react';
import type { IssueView, PromotionView } from '../../../src/api/contract';
import type { Question } from './api';
import { isSamePromotion, promotionWords } from './promotion-words';

const MODE: Record<Question['mode'], string> = {
  plan: 'Plan: what must still travel',
  audit: 'Audit: did it all arrive',
};
const MODES = Object.keys(MODE) as Question['mode'][];

type Props = {
  view: IssueView;
  /** What was asked and is not answered yet; `null` when `view` is the answer. */
  asked: Question | null;
  onAsk: (question: Question) => void;
};

/** Which promotion all of the panel is about; another choice asks again. */
export function PromotionChoice({ view, asked, onAsk }: Props) {
  const id = useId();
  if (view.promotion === null) return null;
  const question: Question = asked ?? { ...view.promotion, mode: view.mode };
  const options = withChosen(view.promotions, question);

  return (
    <div className="promotion">
      <label htmlFor={id} className="promotion-label">
        Promotion
      </label>
      <select
        id={id}
        className="select"
        value={options.findIndex((option) => isSamePromotion(option, question))}
        onChange={({ target }) => {
          const chosen = options[Number(target.value)];
          if (chosen) onAsk({ from: chosen.from, to: chosen.to, mode: question.mode });
        }}
      >
        {options.map((option, index) => (
          <option key={promotionWords(option)} value={index}>
            {promotionWords(option)}
          </option>
        ))}
      </select>
      <fieldset className="mode">
        <legend className="sr-only">What to ask about it</legend>
        {MODES.map((mode) => (
          <label key={mode} className="mode-option">
            <input
              type="radio"
              name={`${id}-mode`}
              checked={question.mode === mode}
              onChange={() => {
                onAsk({ ...question, mode });
              }}
            />
            {MODE[mode]}
          </label>
        ))}
      </fieldset>
      <span role="status" className="subtle">
        {asked && `Asking about ${promotionWords(asked)}…`}
      </span>
    </div>
  );
}

function withChosen(promotions: PromotionView[], chosen: PromotionView): PromotionView[] {
  return promotions.some((one) => isSamePromotion(one, chosen))
    ? promotions
    : [chosen, ...promotions];
}
