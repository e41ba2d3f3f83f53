import { useState } from 'react';
import type { ConnectionView, RepositoryKind, RepositorySettings } from '../../../src/api/contract';
import { plural } from '../../shared/wording';
import { useConnections } from './api';
import { connectionName } from './connection-card';
import { Field } from './field';
import { FormModal } from './form-modal';
import { HostRepositories } from './host-repositories';
import { KindSelect } from './kind-select';
import { Loaded } from './loaded';
import { newRepository } from './settings-draft';
import { TextField } from './text-field';

type Props = {
  /** Ids of the project's repositories, in lower case. */
  taken: ReadonlySet<string>;
  onPick: (repositories: RepositorySettings[]) => void;
  onClose: () => void;
};

/** Repositories of all that the connections see; what is ticked stays ticked while one filters and turns pages. */
export function RepositoryPicker({ taken, onPick, onClose }: Props) {
  const connections = useConnections();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [owner, setOwner] = useState('');
  const [kind, setKind] = useState<RepositoryKind | null>(null);
  const ids = [...picked, ...(typed.trim() === '' ? [] : [typed.trim()])];

  return (
    <FormModal
      title="Add repositories"
      action={ids.length === 0 ? 'Add' : `Add ${plural(ids.length, 'repository', 'repositories')}`}
      width="large"
      isDisabled={ids.length === 0}
      onSubmit={() => {
        const free = ids.filter((id) => !taken.has(id.toLowerCase()));
        onPick(free.map((id) => ({ ...newRepository(id), owner: owner.trim() || null, kind })));
        onClose();
      }}
      onClose={onClose}
    >
      <Loaded query={connections} what="the connections">
        {(all) => (
          <FromConnections connections={all} taken={taken} picked={picked} onPicked={setPicked} />
        )}
      </Loaded>
      <TextField
        label="Or one that is not listed"
        value={typed}
        placeholder="github:owner/name or gitlab:gitlab.com/group/name"
        isMonospaced
        onChange={setTyped}
      />
      <div className="columns">
        <TextField
          label="Owner of all that you add (optional)"
          value={owner}
          help="A person or team. You can change it for each afterwards."
          onChange={setOwner}
        />
        <Field label="Kind of all that you add (optional)">
          {(attributes) => <KindSelect {...attributes} kind={kind} onChange={setKind} />}
        </Field>
      </div>
    </FormModal>
  );
}

type FromProps = {
  connections: ConnectionView[];
  taken: ReadonlySet<string>;
  picked: ReadonlySet<string>;
  onPicked: (picked: ReadonlySet<string>) => void;
};

function FromConnections({ connections, ...selection }: FromProps) {
  const [chosen, setChosen] = useState(connections[0]?.id);
  if (chosen === undefined) {
    return (
      <p className="empty">
        <strong>No connection yet.</strong> Add one under Connections: what it sees is listed here.
      </p>
    );
  }
  return (
    <>
      {connections.length > 1 && (
        <Field label="Connection">
          {({ id }) => (
            <select
              id={id}
              className="select"
              value={chosen}
              onChange={({ target }) => {
                setChosen(target.value);
              }}
            >
              {connections.map((connection) => (
                <option key={connection.id} value={connection.id}>
                  {connectionName(connection)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <HostRepositories key={chosen} connectionId={chosen} {...selection} />
    </>
  );
}
