import type { IssueView } from '../../../src/api/contract';
import { PagedList } from '../../shared/paged-list';
import { ManualStepRow } from './manual-step-row';
import { ReasonRow } from './reason-row';
import { isRisk } from './reason-words';
import './risks.css';

const SHOWN = 20;

/** What a person has to do by hand, and what deserves care on the way. */
export function RisksSection({ view }: { view: IssueView }) {
  const risks = view.reasons.filter(isRisk);

  return (
    <>
      <h3 className="facts-heading">{`Manual steps (${view.manualSteps.length})`}</h3>
      {view.manualSteps.length === 0 && (
        <p className="subtle">
          No step is declared. A commit declares one with the trailer <code>Manual-Step</code>.
        </p>
      )}
      <PagedList items={view.manualSteps} limit={SHOWN} noun="steps">
        {(shown) => (
          <ul className="steps" aria-label="Manual steps">
            {shown.map((step) => (
              <ManualStepRow key={step.id} step={step} view={view} />
            ))}
          </ul>
        )}
      </PagedList>
      <h3 className="facts-heading">{`Risks (${risks.length})`}</h3>
      {risks.length === 0 && <p className="subtle">No rule found a risk in what travels.</p>}
      <PagedList items={risks} limit={SHOWN} noun="risks">
        {(shown) => (
          <ul className="reasons" aria-label="Risks">
            {shown.map((reason) => (
              <ReasonRow key={`${reason.code} ${reason.summary}`} reason={reason} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
