import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import type { CommitView } from '../../../src/api/contract';
import { shortSha } from '../../shared/wording';
import { useUnlinkCommit } from './api';
import { Field, FormDone, FormEnd } from './form-parts';

type Props = { issueKey: string; repository: string; commit: CommitView; onClose: () => void };

/** Takes a commit away from the issue by hand, with a reason that is kept. */
export function UnlinkForm({ issueKey, repository, commit: { sha }, onClose }: Props) {
  const [reason, setReason] = useState('');
  const unlink = useUnlinkCommit(issueKey);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlink.mutate({ repository, sha, reason: reason.trim() });
  };

  if (unlink.isSuccess) {
    return (
      <FormDone onClose={onClose}>
        Taken out. It moves to “Unlinked by hand” as soon as its repository has been read again.
      </FormDone>
    );
  }
  return (
    <form
      className="form"
      aria-label={`Take ${shortSha(sha)} out of ${issueKey}`}
      onSubmit={submit}
    >
      <Field label={`Why is ${shortSha(sha)} not part of ${issueKey}?`}>
        {(id) => (
          <Textfield
            id={id}
            value={reason}
            isRequired
            autoFocus
            onChange={({ currentTarget }) => {
              setReason(currentTarget.value);
            }}
          />
        )}
      </Field>
      <FormEnd
        action="Take it out"
        isPending={unlink.isPending}
        failure={unlink.error?.message ?? null}
        onClose={onClose}
      />
    </form>
  );
}
