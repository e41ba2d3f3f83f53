import Textfield from '@atlaskit/textfield';
import { useState, type FormEvent } from 'react';
import type { IssueView } from '../../../src/api/contract';
import { repositoryPath } from '../../shared/wording';
import { useLinkCommit } from './api';
import { Field, FormDone, FormEnd } from './form-parts';

type Props = { view: IssueView; onClose: () => void };

/** Adds a commit to the issue by hand: which, where, why. */
export function LinkForm({ view, onClose }: Props) {
  const { repositories } = view.evidence;
  const [repository, setRepository] = useState(repositories[0]?.repository ?? '');
  const [sha, setSha] = useState('');
  const [reason, setReason] = useState('');
  const link = useLinkCommit(view.key);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    link.mutate({ repository, sha: sha.trim(), reason: reason.trim() });
  };

  if (link.isSuccess) {
    return (
      <FormDone onClose={onClose}>
        Linked. The commit shows here as soon as its repository has been read again.
      </FormDone>
    );
  }
  return (
    <form className="form" aria-label="Link a commit" onSubmit={submit}>
      <Field label="Repository">
        {(id) => (
          <select
            id={id}
            className="select"
            value={repository}
            required
            autoFocus
            onChange={({ target }) => {
              setRepository(target.value);
            }}
          >
            {repositories.map((option) => (
              <option key={option.repository} value={option.repository}>
                {[option.service, repositoryPath(option.repository)].filter(Boolean).join(' · ')}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Commit (sha, 7 characters or more)">
        {(id) => (
          <Textfield
            id={id}
            value={sha}
            isRequired
            isMonospaced
            pattern="\s*[0-9a-fA-F]{7,64}\s*"
            title="7 to 64 characters, digits and a to f"
            onChange={({ currentTarget }) => {
              setSha(currentTarget.value);
            }}
          />
        )}
      </Field>
      <Field label="Reason">
        {(id) => (
          <Textfield
            id={id}
            value={reason}
            isRequired
            onChange={({ currentTarget }) => {
              setReason(currentTarget.value);
            }}
          />
        )}
      </Field>
      <FormEnd
        action="Link commit"
        isPending={link.isPending}
        failure={link.error?.message ?? null}
        onClose={onClose}
      />
    </form>
  );
}
