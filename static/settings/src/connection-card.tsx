import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ConnectionView } from '../../../src/api/contract';
import { exactTime } from '../../shared/wording';
import { useConnectionTest, useDeleteConnection } from './api';
import { hostName } from './connection-draft';
import { ConnectionForm } from './connection-form';
import { ConnectionTestResult } from './connection-test-result';
import { FormModal } from './form-modal';

/** One connection: what it reads, how it logs in, who saved it, and whether it works. */
export function ConnectionCard({ connection }: { connection: ConnectionView }) {
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const { isFetching, refetch } = useConnectionTest(connection.id);
  const { provider, owner, auth, savedAt, savedBy } = connection;
  const name = connectionName(connection);

  return (
    <li className="card">
      <div className="card-head">
        <div>
          <h3 className="card-title">{name}</h3>
          <p className="subtle">
            {provider === 'gitlab' ? 'GitLab' : 'GitHub'}
            {' · '}
            {owner === null ? 'all owners that it can see' : `only repositories of ${owner}`}
            {' · '}
            {auth.kind === 'token'
              ? 'by token'
              : `by GitHub App ${auth.appId}, installation ${auth.installationId}`}
            {' · '}
            {`saved by ${savedBy}, ${exactTime(savedAt)}`}
          </p>
        </div>
        <div className="actions">
          <Button
            isDisabled={isFetching}
            aria-label={`Test connection ${name}`}
            onClick={() => void refetch()}
          >
            Test connection
          </Button>
          <Button
            appearance="subtle"
            aria-label={`Edit ${name}`}
            onClick={() => {
              setOpen('edit');
            }}
          >
            Edit
          </Button>
          <Button
            appearance="subtle"
            aria-label={`Delete ${name}`}
            onClick={() => {
              setOpen('delete');
            }}
          >
            Delete
          </Button>
        </div>
      </div>
      <ConnectionTestResult connection={connection} />
      {open === 'edit' && (
        <ConnectionForm
          connection={connection}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {open === 'delete' && (
        <DeleteConnection
          connection={connection}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </li>
  );
}

/** `github.com, acme`. */
export const connectionName = ({ baseUrl, owner }: ConnectionView): string =>
  [hostName(baseUrl), ...(owner === null ? [] : [owner])].join(', ');

type DeleteProps = { connection: ConnectionView; onClose: () => void };

function DeleteConnection({ connection, onClose }: DeleteProps) {
  const remove = useDeleteConnection();
  return (
    <FormModal
      title={`Delete the connection to ${connectionName(connection)}?`}
      action="Delete connection"
      pendingAction="Deleting…"
      width="small"
      isDangerous
      isPending={remove.isPending}
      failure={remove.error?.message ?? null}
      onSubmit={() => {
        remove.mutate(connection, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <p>
        Its {connection.auth.kind === 'token' ? 'token' : 'private key'} is deleted with it. What
        was read through it stays and grows old: its repositories cannot be read again until another
        connection covers them.
      </p>
    </FormModal>
  );
}
