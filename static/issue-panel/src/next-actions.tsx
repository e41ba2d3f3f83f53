import { useId } from 'react';
import type { ActionView, IssueView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { EvidenceLine, keyOf } from './evidence-links';
import { FirstFew } from './first-few';
import { promotionWords } from './promotion-words';

const SHOWN = 3;
const IN_LINE = 2;

/** What to do next and by whom, the most urgent first. */
export function NextActions({ view: { nextActions, promotion } }: { view: IssueView }) {
  const id = useId();

  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="card-title">
        Next
      </h2>
      {nextActions.length === 0 && (
        <p className="subtle">
          {promotion === null
            ? 'Nothing to do.'
            : `Nothing to do before ${promotionWords(promotion)}.`}
        </p>
      )}
      <FirstFew
        items={nextActions}
        limit={SHOWN}
        moreWords={({ length }) => plural(length, 'more action')}
      >
        {(shown) => (
          <ol className="actions">
            {shown.map((action) => (
              <Action key={keyOfAction(action)} action={action} />
            ))}
          </ol>
        )}
      </FirstFew>
    </section>
  );
}

const keyOfAction = ({ code, text, links }: ActionView): string =>
  `${code} ${text} ${links.map(keyOf).join()}`;

function Action({ action: { text, owner, links } }: { action: ActionView }) {
  return (
    <li>
      {text}{' '}
      <span className="subtle in-line">
        {owner === null ? 'no owner named' : <strong className="action-owner">{owner}</strong>}
        {links.length > 0 && ' · '}
        <EvidenceLine links={links} limit={IN_LINE} />
      </span>
    </li>
  );
}
