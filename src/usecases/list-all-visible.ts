import type { RepositoryId } from '../domain/repository';
import { hostOf } from '../domain/settings/host-address';
import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { ProviderError } from '../ports/provider-error';
import { listVisible } from './list-host-repositories';

/** Of 100 repositories each: what a screen can wait for. */
const MAX_PAGES = 20;

type Visible = { ids: RepositoryId[]; notes: string[] };

/** Every repository that the connections see, once; a connection that could not be read to the end is noted. */
export async function listAllVisible(
  ports: Pick<Ports, 'connections' | 'openCodeHost'>,
): Promise<Visible> {
  const connections = await ports.connections.listConnections();
  const seen = await Promise.all(connections.map((connection) => seenBy(ports, connection)));
  return {
    ids: [...new Set(seen.flatMap(({ ids }) => ids))].sort(),
    notes: seen.flatMap(({ notes }) => notes),
  };
}

async function seenBy(
  ports: Pick<Ports, 'openCodeHost'>,
  connection: Connection,
): Promise<Visible> {
  const ids: RepositoryId[] = [];
  try {
    const isComplete = await collect(ports, connection, ids);
    const cut = `${named(connection)}: only the first ${MAX_PAGES} pages were looked at.`;
    return { ids, notes: isComplete ? [] : [cut] };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const note = `${named(connection)}: its repositories could not be listed (${error.message}). Test the connection, then import again.`;
    return { ids, notes: [note] };
  }
}

/** Adds the ids page by page, so that those before a failure are kept. */
async function collect(
  ports: Pick<Ports, 'openCodeHost'>,
  connection: Connection,
  ids: RepositoryId[],
): Promise<boolean> {
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await listVisible(ports, connection, cursor);
    ids.push(...answer.items.map(({ id }) => id));
    cursor = answer.next;
    if (cursor === null) return true;
  }
  return false;
}

function named(connection: Connection): string {
  const { owner } = connection;
  return `Connection to ${hostOf(connection)}${owner === null ? '' : `, ${owner}`}`;
}
