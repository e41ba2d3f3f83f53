import { useId } from 'react';
import type { ActionView, IssueView, LinkView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { EvidenceLine, EvidenceLink, keyOf, leadsSomewhere } from './evidence-links';
import { FirstFew } from './first-few';
import { promotionWords } from './promotion-words';

const SHOWN = 3;
const IN_LINE = 1;

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
  const named = links.find((link) => link.url !== null && text.includes(link.text));
  const others = links.filter((link) => link !== named && leadsSomewhere(link));

  return (
    <li>
      {named ? <TextWithLink text={text} link={named} /> : text}{' '}
      <span className="subtle action-by">
        {owner === null ? 'no owner named' : <strong className="action-owner">{owner}</strong>}
        {others.length > 0 && ' · '}
        <EvidenceLine links={others} limit={IN_LINE} />
      </span>
    </li>
  );
}

/** The words of an action, with the evidence that they name as a link. */
function TextWithLink({ text, link }: { text: string; link: LinkView }) {
  const start = text.indexOf(link.text);
  return (
    <>
      {text.slice(0, start)}
      <EvidenceLink link={link} />
      {text.slice(start + link.text.length)}
    </>
  );
}
