import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { refuse, unlessRefused, type Outcome } from './refusal';

/** The connection with an id, or a refusal that says what to do. */
async function findConnection(
  { connections }: Pick<Ports, 'connections'>,
  id: string,
): Promise<Outcome<Connection>> {
  const found = (await connections.listConnections()).find((each) => each.id === id);
  return found ?? refuse('not-found', 'This connection is gone. Load the page again.');
}

/** Goes on with the connection that has an id. */
export function withConnection<Value>(
  ports: Pick<Ports, 'connections'>,
  id: string,
  run: (connection: Connection) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return unlessRefused(findConnection(ports, id), run);
}
