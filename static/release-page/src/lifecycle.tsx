import { useId } from 'react';
import type { LifecycleState, ReleaseChoice, ReleaseView } from '../../../src/api/contract';
import { ActForm } from './act-form';
import { useAct } from './api';
import { useOpening } from './use-opening';

const STATES: readonly LifecycleState[] = [
  'planning',
  'development',
  'staging',
  'validation',
  'ship',
];

type Props = { view: ReleaseView; choice: ReleaseChoice };

/** Where the release is on its way from planning to ship, and what keeps it from the next step. */
export function Lifecycle({ view, choice }: Props) {
  const id = useId();
  const { isOpen, open, close, opener } = useOpening();
  const { state } = view.lifecycle;
  const here = STATES.indexOf(state);
  return (
    <div className="lifecycle">
      <button
        ref={opener}
        type="button"
        className="lifecycle-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={isOpen ? close : open}
      >
        <span className="lifecycle-steps" aria-hidden="true">
          {STATES.map((one, index) => (
            <span key={one} className={index <= here ? 'lifecycle-done' : undefined} />
          ))}
        </span>
        <span className="sr-only">Lifecycle: </span>
        {state}
        <span className="sr-only">{`, step ${here + 1} of ${STATES.length}`}</span>
      </button>
      {isOpen && (
        <div id={id} className="lifecycle-details">
          <Move view={view} choice={choice} onClose={close} />
        </div>
      )}
    </div>
  );
}

function Move({ view, choice, onClose }: Props & { onClose: () => void }) {
  const { next, refusal } = view.lifecycle;
  return (
    <>
      {refusal.length > 0 && (
        <>
          <p>{`To come to ${next ?? ''} first:`}</p>
          <ul className="refusal">
            {refusal.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {view.you.mayWaive ? (
        <MoveForm view={view} choice={choice} onClose={onClose} />
      ) : (
        <p className="subtle">{`Only ${view.you.whoDecides} may move it on.`}</p>
      )}
    </>
  );
}

function MoveForm({ view, choice, onClose }: Props & { onClose: () => void }) {
  const move = useAct(choice, 'move');
  const targets = targetsOf(view.lifecycle);
  if (targets.length === 0) return null;
  return (
    <ActForm
      title="Move the release"
      question="Note"
      isRequired={false}
      isPending={move.isPending}
      failure={move.error?.message ?? null}
      actions={targets.map(({ to, words }) => ({
        words,
        run: (note: string) => {
          move.mutate({ to, ...(note !== '' && { note }) }, { onSuccess: onClose });
        },
      }))}
      onClose={onClose}
    />
  );
}

/** One step on, when nothing refuses it; one back. */
function targetsOf({
  state,
  next,
  refusal,
}: ReleaseView['lifecycle']): { to: LifecycleState; words: string }[] {
  const before = STATES[STATES.indexOf(state) - 1];
  return [
    ...(next !== null && refusal.length === 0 ? [{ to: next, words: `Move to ${next}` }] : []),
    ...(before ? [{ to: before, words: `Back to ${before}` }] : []),
  ];
}
