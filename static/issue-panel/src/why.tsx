import { useId } from 'react';
import type { IssueView, Reason } from '../../../src/api/contract';
import { FirstFew } from './first-few';
import { LEVEL, LEVELS } from './level';
import { promotionWords } from './promotion-words';
import { ReasonRow } from './reason-row';
import './why.css';

const SHOWN = 4;

/** The reasons of the verdict, worst first. */
export function Why({ view }: { view: IssueView }) {
  const id = useId();

  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} className="card-title">
        Why
      </h2>
      {view.reasons.length === 0 && <p className="subtle">{nothingAgainst(view)}</p>}
      <FirstFew items={worstFirst(view.reasons)} limit={SHOWN} moreWords={moreWords}>
        {(shown) => (
          <ul className="reasons">
            {shown.map((reason) => (
              <ReasonRow key={`${reason.code} ${reason.summary}`} reason={reason} />
            ))}
          </ul>
        )}
      </FirstFew>
    </section>
  );
}

const worstFirst = (reasons: readonly Reason[]): Reason[] =>
  reasons.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

/** `5 more: 3 blocked, 2 warning` */
function moreWords(others: readonly Reason[]): string {
  const counts = LEVELS.map((level) => ({
    level,
    count: others.filter((one) => one.level === level).length,
  })).filter(({ count }) => count > 0);
  const words = counts.map(({ level, count }) => `${count} ${LEVEL[level].toLowerCase()}`);
  return `${others.length} more: ${words.join(', ')}`;
}

const nothingAgainst = ({ promotion }: IssueView): string =>
  promotion === null
    ? 'Nothing speaks against it.'
    : `Nothing speaks against ${promotionWords(promotion)}.`;
