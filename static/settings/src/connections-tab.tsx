import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ConnectionView } from '../../../src/api/contract';
import { useConnections } from './api';
import { ConnectionCard } from './connection-card';
import { ConnectionForm } from './connection-form';
import { Loaded } from './loaded';
import { focusOn } from './repair-target';
import { StillAllowedMessage } from './still-allowed-message';

/** The logins to code hosts; `visit` counts how often somebody was led here. */
export function ConnectionsTab({ visit }: { visit: number }) {
  const connections = useConnections();
  const [isAdding, setIsAdding] = useState(false);

  return (
    <section className="tab-body" aria-labelledby="connections-heading">
      <div className="card-head">
        <div>
          <h2
            key={visit}
            id="connections-heading"
            {...(visit > 0 && { tabIndex: -1, ref: focusOn })}
          >
            Connections
          </h2>
          <p className="subtle">
            The logins through which Convoy reads your repositories. Tokens and keys are kept in
            Forge’s secret storage and never shown again.
          </p>
        </div>
        <Button
          appearance="primary"
          onClick={() => {
            setIsAdding(true);
          }}
        >
          Add connection…
        </Button>
      </div>
      <StillAllowedMessage />
      <Loaded query={connections} what="the connections">
        {(all) => <ConnectionList connections={all} />}
      </Loaded>
      {isAdding && (
        <ConnectionForm
          connection={null}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
    </section>
  );
}

function ConnectionList({ connections }: { connections: ConnectionView[] }) {
  if (connections.length === 0) {
    return (
      <p className="empty">
        <strong>No connection yet.</strong> Add one for each code host, or one for each organization
        when they have logins of their own. Then choose the repositories of a project under
        Projects.
      </p>
    );
  }
  return (
    <ul className="cards">
      {connections.map((connection) => (
        <ConnectionCard key={connection.id} connection={connection} />
      ))}
    </ul>
  );
}
