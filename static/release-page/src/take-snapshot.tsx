import Button from '@atlaskit/button/new';
import type { ReleaseChoice } from '../../../src/api/contract';
import { exactTime } from '../../shared/wording';
import { ActForm } from './act-form';
import { useTakeSnapshot } from './snapshot-queries';
import { useOpening } from './use-opening';

const LONGEST_NOTE = 300;

/** Keeps the release as it is now. */
export function TakeSnapshot({ choice }: { choice: ReleaseChoice }) {
  const { isOpen, open, close, opener } = useOpening();
  const take = useTakeSnapshot(choice);

  if (isOpen) {
    return (
      <ActForm
        title="Take a snapshot"
        question="Note, if you like"
        isRequired={false}
        longest={LONGEST_NOTE}
        isPending={take.isPending}
        failure={take.error?.message ?? null}
        actions={[
          {
            words: 'Take it',
            appearance: 'primary',
            run: (note) => {
              take.mutate(note === '' ? {} : { note }, { onSuccess: close });
            },
          },
        ]}
        onClose={close}
      />
    );
  }
  return (
    <>
      <Button
        ref={opener}
        appearance="primary"
        spacing="compact"
        onClick={() => {
          take.reset();
          open();
        }}
      >
        Take a snapshot
      </Button>
      {take.data && <p className="subtle" role="status">{`Taken: ${exactTime(take.data.at)}.`}</p>}
    </>
  );
}
