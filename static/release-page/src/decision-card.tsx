import type { GateView, ReleaseView } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { Owners } from './owners';

/** A barred octagon; a tick in a circle. */
const SHAPE = {
  'NO-SHIP': 'M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9zM6.5 12h11',
  SHIP: 'M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 1 0 0-21zM6.5 12.4l3.8 3.8 7.4-8',
} as const;

/** SHIP or NO-SHIP, as big as it is important, and the first thing that is wrong. */
export function DecisionCard({ view }: { view: ReleaseView }) {
  const { decision, gates, firstFailingGate, promotion, mode } = view;
  const first = gates.find(({ id }) => id === firstFailingGate);
  const failing = gates.filter(({ required, status }) => required && status === 'failed');
  const isShip = decision === 'SHIP';

  return (
    <section
      className={`release-card decision ${isShip ? 'decision-ship' : 'decision-no'}`}
      aria-label="Decision"
    >
      <p className="decision-word">
        <svg className="decision-shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d={SHAPE[decision]} />
        </svg>
        <span>{decision}</span>
      </p>
      <p className="decision-why">
        {first ? (
          <>
            First failing gate: <strong>{first.name}</strong>. {first.summary}
          </>
        ) : (
          passedWords(gates)
        )}
      </p>
      <p className="subtle">
        {`${mode === 'plan' ? 'Plan' : 'Audit'}, ${promotion.from} → ${promotion.to}`}
        {failing.length > 1 && ` · ${plural(failing.length, 'gate')} of ${gates.length} fail`}
      </p>
      <Owners owners={view.owners} />
    </section>
  );
}

function passedWords(gates: readonly GateView[]): string {
  const waived = gates.filter(({ status }) => status === 'waived');
  const signals = gates.filter(({ required, status }) => !required && status === 'failed');
  return [
    `All ${gates.length - signals.length} required gates are open.`,
    ...(waived.length > 0 ? [`Waived: ${waived.map(({ name }) => name).join(', ')}.`] : []),
    ...(signals.length > 0 ? [`To be seen: ${signals.map(({ name }) => name).join(', ')}.`] : []),
  ].join(' ');
}
