import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import type { Outcome } from './refusal';

/** All connections, by host and owner; without their secrets. */
export function listConnections(
  ports: Pick<Ports, 'asUser' | 'connections'>,
): Promise<Outcome<Connection[]>> {
  return asAdministrator(ports, async () => {
    const connections = await ports.connections.listConnections();
    return connections.toSorted((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
  });
}

const sortKey = ({ baseUrl, owner, id }: Connection): string => `${baseUrl} ${owner ?? ''} ${id}`;
