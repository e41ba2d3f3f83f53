import { useState } from 'react';
import type { ReleaseChoice } from '../../../src/api/contract';
import { ActForm } from './act-form';
import { useAct } from './api';

type Props = {
  choice: ReleaseChoice;
  kind: 'revoke-waiver' | 'revoke-sign-off';
  id: string;
  /** What is taken back: `the waiver of Checks`. */
  what: string;
};

/** Takes an act back; it stays on record. */
export function TakeBack({ choice, kind, id, what }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const revoke = useAct(choice, kind);
  if (!isOpen) {
    return (
      <button
        type="button"
        className="text-button"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        Take back…<span className="sr-only">{` ${what}`}</span>
      </button>
    );
  }
  return (
    <ActForm
      title={`Take back ${what}`}
      question="Why?"
      isRequired={false}
      isPending={revoke.isPending}
      failure={revoke.error?.message ?? null}
      actions={[
        {
          words: 'Take back',
          appearance: 'danger',
          run: (reason) => {
            revoke.mutate({ id, ...(reason !== '' && { reason }) });
          },
        },
      ]}
      onClose={() => {
        setIsOpen(false);
      }}
    />
  );
}
