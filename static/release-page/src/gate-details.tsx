import type { GateView, ReleaseChoice, ReleaseView } from '../../../src/api/contract';
import { ExternalLink } from '../../shared/external-link';
import { exactTime } from '../../shared/wording';
import { IssueButton } from './issue-button';
import { Waive } from './waive';

type GateSignals = NonNullable<GateView['signals']>;
type Props = {
  gate: GateView;
  view: ReleaseView;
  choice: ReleaseChoice;
  /** The button to waive it goes then. */
  onWaived: () => void;
};

/** What keeps a gate shut, who owns it, and what was waived. */
export function GateDetails({ gate, view, choice, onWaived }: Props) {
  const { name, summary, open, openCount, owner, required, severity, signals, waiver } = gate;
  const left = openCount - open.length;
  return (
    <>
      <h2 className="release-heading">{name}</h2>
      <p>{summary}</p>
      <p className="subtle">
        {`${required ? 'Required' : 'Not required: a signal'} · ${severity} · owner: ${owner ?? 'nobody named'}`}
      </p>
      {waiver && (
        <p className="waiver-line">
          {`Waived by ${waiver.by} until ${exactTime(waiver.expiresAt)}: “${waiver.reason}”`}
        </p>
      )}
      <Waive gate={gate} view={view} choice={choice} onWaived={onWaived} />
      {open.length > 0 && (
        <ul className="gate-items">
          {open.map((item) => (
            <li key={item.id}>
              {item.issueKey !== null && <IssueButton issueKey={item.issueKey} />}{' '}
              <ExternalLink href={item.url}>{item.text}</ExternalLink>{' '}
              {item.owner !== null && <span className="next-owner">{item.owner}</span>}
              {item.isWaived && <span className="waived-mark">waived</span>}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p className="subtle">{`${open.length} of ${openCount} shown.`}</p>}
      {signals && <Signals signals={signals} />}
    </>
  );
}

/** Checks that are not required: told, and never in the way. */
function Signals({ signals: { passed, open, openCount } }: { signals: GateSignals }) {
  return (
    <section aria-label="Signals">
      <h3 className="release-heading">Signals</h3>
      <p className="subtle">
        {`${passed} of ${passed + openCount} passed. These checks are not required and stop nothing.`}
      </p>
      <ul className="gate-items">
        {open.map(({ text, url, issueKey }, nth) => (
          <li key={nth}>
            {issueKey !== null && <IssueButton issueKey={issueKey} />}{' '}
            <ExternalLink href={url}>{text}</ExternalLink>
          </li>
        ))}
      </ul>
      {openCount > open.length && (
        <p className="subtle">{`${open.length} of ${openCount} shown.`}</p>
      )}
    </section>
  );
}
