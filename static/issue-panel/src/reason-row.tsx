import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId, useState } from 'react';
import type { Reason } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { EvidenceLine, EvidenceLink, keyOf } from './evidence-links';
import { LevelBadge } from './level';
import { meaningOf } from './reason-words';

const IN_LINE = 2;
const SHOWN = 20;

/** One reason: what, how bad, on which evidence; opened, what it means and all of its evidence. */
export function ReasonRow({ reason }: { reason: Reason }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { level, summary, links } = reason;
  const Chevron = isOpen ? ChevronDownIcon : ChevronRightIcon;

  return (
    <li className={`reason reason-${level}`}>
      <div className="reason-head">
        <button
          type="button"
          className="reason-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          <Chevron label="" size="small" />
          <span>{summary}</span>
        </button>
        <LevelBadge level={level} />
      </div>
      {isOpen ? (
        <div id={id} className="reason-body">
          <ReasonFacts reason={reason} />
        </div>
      ) : (
        links.length > 0 && (
          <p className="reason-body subtle">
            <EvidenceLine links={links} limit={IN_LINE} />
          </p>
        )
      )}
    </li>
  );
}

function ReasonFacts({ reason }: { reason: Reason }) {
  return (
    <>
      <p className="subtle">{meaningOf(reason)}</p>
      <PagedList items={reason.links} limit={SHOWN} noun="facts">
        {(shown) => (
          <ul className="facts-list" aria-label={`Evidence: ${reason.summary}`}>
            {shown.map((link) => (
              <li key={keyOf(link)}>
                <EvidenceLink link={link} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {reason.links.length === 0 && (
        <p className="subtle">It rests on the whole of the evidence, not on a single place.</p>
      )}
      <p className="subtle">
        Rule <code>{reason.code}</code>
      </p>
    </>
  );
}
