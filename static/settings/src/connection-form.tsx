import { useState } from 'react';
import type { ConnectionView } from '../../../src/api/contract';
import { useSaveConnection } from './api';
import { Choice } from './choice';
import {
  isOwnHost,
  providerOf,
  toConnectionDraft,
  toConnectionInput,
  type ConnectionDraft,
} from './connection-draft';
import { Problems } from './field';
import { FormModal } from './form-modal';
import { LoginFields } from './login-fields';
import { TextField } from './text-field';

type Props = { connection: ConnectionView | null; onClose: () => void };

const HOSTS = [
  { value: 'github.com', label: 'GitHub.com' },
  { value: 'enterprise', label: 'GitHub Enterprise', help: 'with an address of its own' },
  { value: 'gitlab.com', label: 'GitLab.com' },
  { value: 'self-managed', label: 'GitLab of your own', help: 'self-managed or dedicated' },
] as const;

const WORDS = {
  github: {
    address: 'https://ghe.acme.com',
    owner: 'Organization or user (optional)',
    ownerExample: 'acme',
    ownerHelp:
      'Only repositories of this owner are read through this connection. Leave it empty for all that the login can see.',
  },
  gitlab: {
    address: 'https://gitlab.acme.com',
    owner: 'Group or user (optional)',
    ownerExample: 'acme/web',
    ownerHelp:
      'Only projects under this group, its subgroups included, are read through this connection. Leave it empty for all that the token can see.',
  },
} as const;

/** Adds a connection, or changes one. A secret that is kept never comes back to this form. */
export function ConnectionForm({ connection, onClose }: Props) {
  const [draft, setDraft] = useState(() => toConnectionDraft(connection));
  const save = useSaveConnection();
  const provider = providerOf(draft.host);
  const change = (part: Partial<ConnectionDraft>) => {
    setDraft({ ...draft, ...part });
  };

  return (
    <FormModal
      title={connection ? 'Edit connection' : 'Add connection'}
      action={connection ? 'Save and test' : 'Add and test'}
      isPending={save.isPending}
      failure={save.error?.message ?? null}
      onSubmit={() => {
        save.mutate(toConnectionInput(draft, connection?.id), { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Problems.Provider value={save.error?.problems ?? []}>
        <Choice
          legend="Where the repositories are"
          name="host"
          value={draft.host}
          options={HOSTS}
          onChange={(host) => {
            change({ host });
          }}
        />
        {isOwnHost(draft.host) && (
          <TextField
            label="Address"
            place="baseUrl"
            value={draft.address}
            placeholder={WORDS[provider].address}
            help={<ConsentWords />}
            onChange={(address) => {
              change({ address });
            }}
          />
        )}
        <TextField
          label={WORDS[provider].owner}
          place="owner"
          value={draft.owner}
          placeholder={WORDS[provider].ownerExample}
          help={WORDS[provider].ownerHelp}
          onChange={(owner) => {
            change({ owner });
          }}
        />
        <LoginFields draft={draft} isKept={connection !== null} onChange={change} />
      </Problems.Provider>
    </FormModal>
  );
}

function ConsentWords() {
  return (
    <>
      As you open it in the browser. Forge lets Convoy call no address that an administrator has not
      allowed, so Jira asks for your consent when you save. The host must be reachable from the
      internet by https.
    </>
  );
}
