import type { ReleaseChoice } from '../../../src/api/contract';
import { ActForm } from './act-form';
import { useAct } from './api';
import { useOpening } from './use-opening';

type Props = {
  choice: ReleaseChoice;
  kind: 'revoke-waiver' | 'revoke-sign-off';
  id: string;
  /** What is taken back: `the waiver of Checks`. */
  what: string;
};

/** Takes an act back; it stays on record. */
export function TakeBack({ choice, kind, id, what }: Props) {
  const { isOpen, open, close, opener } = useOpening();
  const revoke = useAct(choice, kind);
  /** What is taken back cannot be taken back again: its button goes, too. */
  const leave = () => {
    close();
    opener.current?.closest<HTMLElement>('[role=tabpanel]')?.focus();
  };
  if (!isOpen) {
    return (
      <button ref={opener} type="button" className="text-button" onClick={open}>
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
            revoke.mutate({ id, ...(reason !== '' && { reason }) }, { onSuccess: leave });
          },
        },
      ]}
      onClose={close}
    />
  );
}
