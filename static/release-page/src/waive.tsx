import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { GateView, ReleaseChoice, ReleaseView } from '../../../src/api/contract';
import { ActForm } from './act-form';
import { useAct } from './api';
import { useOpening } from './use-opening';

type Props = {
  gate: GateView;
  view: ReleaseView;
  choice: ReleaseChoice;
  onWaived: () => void;
};

const USUAL_DAYS = 7;
const MOST_DAYS = 90;
const DAY_MILLISECONDS = 86_400_000;

const dayAfter = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);

/** Lets a gate pass for a while, with a reason that is kept. */
export function Waive({ gate, view: { you, evidence }, choice, onWaived }: Props) {
  const id = useId();
  const { isOpen, open, close, opener } = useOpening();
  const [until, setUntil] = useState(() => dayAfter(evidence.now, USUAL_DAYS));
  const waive = useAct(choice, 'waive');

  if (gate.status !== 'failed') return null;
  if (!you.mayWaive) {
    return <p className="subtle">{`Only ${you.whoDecides} may waive this, with a reason.`}</p>;
  }
  if (!isOpen) {
    return (
      <Button ref={opener} spacing="compact" onClick={open}>
        {`Waive ${gate.name}…`}
      </Button>
    );
  }
  return (
    <ActForm
      title={`Waive ${gate.name}`}
      question={`Why may it ship with ${gate.openCount} open?`}
      isRequired
      isPending={waive.isPending}
      failure={waive.error?.message ?? null}
      actions={[
        {
          words: 'Waive',
          appearance: 'danger',
          run: (reason) => {
            waive.mutate(
              { gate: gate.id, reason, expiresAt: `${until}T23:59:59Z` },
              {
                onSuccess: () => {
                  close();
                  onWaived();
                },
              },
            );
          },
        },
      ]}
      onClose={close}
    >
      <div className="act-field">
        <label htmlFor={id}>Until the end of (UTC)</label>
        <input
          id={id}
          type="date"
          className="select"
          required
          min={dayAfter(evidence.now, 0)}
          max={dayAfter(evidence.now, MOST_DAYS - 1)}
          value={until}
          onChange={({ target }) => {
            setUntil(target.value);
          }}
        />
      </div>
    </ActForm>
  );
}
