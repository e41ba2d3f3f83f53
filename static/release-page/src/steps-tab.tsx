import type { ReleaseChoice, StepRow } from '../../../src/api/contract';
import { EvidenceLine } from '../../issue-panel/src/evidence-links';
import { Moment } from '../../shared/moment';
import { usePart } from './api';
import { IssueButton } from './issue-button';
import { ItemActs } from './item-acts';
import { ItemMark } from './item-mark';
import { Part } from './part';
import type { TabProps } from './tab-props';

const LINKS_IN_LINE = 2;

/** What somebody has to do by hand, open ones first. */
export function StepsTab({ view, choice }: TabProps) {
  const { done, of } = view.counts.manualSteps;
  return (
    <Part
      query={usePart(choice, 'manual-steps')}
      what="the manual steps"
      none="Nothing has to be done by hand."
    >
      {(steps) => (
        <>
          <p className="subtle">{`${done} of ${of} done`}</p>
          <ul className="item-list">
            {openFirst(steps).map((step) => (
              <Step
                key={`${step.issueKey} ${step.id}`}
                step={step}
                now={view.evidence.now}
                choice={choice}
              />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

const openFirst = (steps: readonly StepRow[]): StepRow[] =>
  steps.toSorted((a, b) => Number(a.done) - Number(b.done));

type StepProps = { step: StepRow; now: string; choice: ReleaseChoice };

function Step({ step, now, choice }: StepProps) {
  const { issueKey, text, owner, repository, links, done, by, at, note, summary } = step;
  return (
    <li className="item">
      <ItemMark state={done ? 'done' : 'open'} />
      <div className="item-words">
        <p>
          <strong>{text}</strong> <span className="next-owner">{owner ?? 'no owner named'}</span>
        </p>
        <p className="subtle">
          <IssueButton issueKey={issueKey} /> {summary} · {repository}
        </p>
        {links.length > 0 && (
          <p className="subtle">
            <EvidenceLine links={links} limit={LINKS_IN_LINE} />
          </p>
        )}
        {by !== null && at !== null && (
          <p className="subtle">
            {by}, <Moment at={at} now={now} />
            {note !== null && `: “${note}”`}
          </p>
        )}
        <ItemActs choice={choice} itemId={step.id} text={text} state={done ? 'done' : 'open'} />
      </div>
    </li>
  );
}
