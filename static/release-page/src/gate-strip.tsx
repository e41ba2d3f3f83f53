import { useId, useRef, useState } from 'react';
import type { GateView, ReleaseChoice, ReleaseView } from '../../../src/api/contract';
import { GateDetails } from './gate-details';

type Props = { view: ReleaseView; choice: ReleaseChoice };

/** All gates in their order; one that is opened says what keeps it shut. */
export function GateStrip({ view, choice }: Props) {
  const { gates, firstFailingGate: firstFailing } = view;
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = gates.find((gate) => gate.id === openId);

  return (
    <section aria-label="Gates">
      <ol ref={list} className="gates">
        {gates.map((gate) => (
          <li key={gate.id}>
            <button
              type="button"
              className={`gate gate-${lookOf(gate)}${gate.id === firstFailing ? ' gate-first' : ''}`}
              aria-expanded={gate.id === openId}
              aria-controls={gate.id === openId ? id : undefined}
              onClick={() => {
                setOpenId(gate.id === openId ? null : gate.id);
              }}
            >
              <span className="gate-name">
                <GateShape look={lookOf(gate)} />
                {gate.name}
              </span>
              <span className="gate-state">{stateWords(gate)}</span>
            </button>
          </li>
        ))}
      </ol>
      {open && (
        <div id={id} className="gate-details">
          <GateDetails
            key={open.id}
            gate={open}
            view={view}
            choice={choice}
            onWaived={() => {
              list.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
            }}
          />
        </div>
      )}
    </section>
  );
}

type Look = 'passed' | 'failed' | 'waived' | 'signal';

const lookOf = ({ status, required }: Pick<GateView, 'status' | 'required'>): Look =>
  status === 'failed' && !required ? 'signal' : status;

const WORDS: Record<Look, string> = {
  passed: 'passed',
  failed: 'failed',
  waived: 'waived',
  signal: 'signal only',
};

/** `failed · 20 of 47` */
function stateWords(gate: GateView): string {
  const { progress, status, openCount } = gate;
  const words = WORDS[lookOf(gate)];
  if (progress !== null && status !== 'passed') {
    return `${words} · ${progress.done} of ${progress.of}`;
  }
  if (openCount > 0) return `${words} · ${openCount} open`;
  const signals = gate.signals?.openCount ?? 0;
  return signals > 0 ? `${words} · ${signals} signal${signals === 1 ? '' : 's'}` : words;
}

/** A tick, a cross, a hand that lets pass, a triangle. */
const SHAPE: Record<Look, string> = {
  passed: 'm2.5 8.4 3.6 3.6 7.4-8',
  failed: 'm3.5 3.5 9 9m0-9-9 9',
  waived: 'M2.5 8h7M7 4.5 10.5 8 7 11.5M13 3v10',
  signal: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.2',
};

function GateShape({ look }: { look: Look }) {
  return (
    <svg className="gate-shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPE[look]} />
    </svg>
  );
}
