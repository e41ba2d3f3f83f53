import Button from '@atlaskit/button/new';
import type { ReleaseChoice, ReleaseView } from '../../../src/api/contract';
import { ActForm } from './act-form';
import { useAct } from './api';
import { useOpening } from './use-opening';

type Props = { role: string; refusal: string | null; view: ReleaseView; choice: ReleaseChoice };

/** Approves or rejects what the viewer sees now, for a role. */
export function RoleActs({ role, refusal, view, choice }: Props) {
  const { isOpen, open, close, opener } = useOpening();
  const sign = useAct(choice, 'sign-off');
  const say = (decision: 'approved' | 'rejected', words: string) => {
    const note = words === '' ? {} : { note: words };
    sign.mutate(
      { role, decision, evidenceHash: view.evidence.hash, ...note },
      { onSuccess: close },
    );
  };

  if (refusal !== null) return <p className="subtle">{refusal}</p>;
  if (!isOpen) {
    return (
      <Button ref={opener} spacing="compact" onClick={open}>
        {`Sign off as ${role}…`}
      </Button>
    );
  }
  return (
    <ActForm
      title={`Sign off as ${role}`}
      question={`Note to your word on #${view.evidence.hash.slice(0, 6)}, ${view.promotion.from} → ${view.promotion.to}`}
      isRequired={false}
      isPending={sign.isPending}
      failure={sign.error?.message ?? null}
      actions={[
        {
          words: 'Approve',
          appearance: 'primary',
          run: (words) => {
            say('approved', words);
          },
        },
        {
          words: 'Reject',
          appearance: 'danger',
          run: (words) => {
            say('rejected', words);
          },
        },
      ]}
      onClose={close}
    />
  );
}
