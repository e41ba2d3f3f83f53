import type { kvs } from '@forge/kvs';
import { z } from 'zod';

import type { Connection, ConnectionStore, Secret } from '../../ports/connection-store';
import { CONNECTIONS_KEY, connectionSecretKey } from './keys';
import { storageCall, unreadableRecord } from './storage-call';

const StoredConnections = z.object({
  v: z.literal(1),
  connections: z.array(
    z.object({
      id: z.string(),
      provider: z.enum(['github', 'gitlab']),
      baseUrl: z.string(),
      owner: z.string().nullable(),
      auth: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('token') }),
        z.object({
          kind: z.literal('app'),
          appId: z.number().int(),
          installationId: z.number().int(),
        }),
      ]),
      savedAt: z.string(),
      savedBy: z.string(),
    }),
  ),
});
const StoredSecret = z.object({ v: z.literal(1), secret: z.string() });

type SecretStore = Pick<typeof kvs, 'get' | 'set' | 'getSecret' | 'setSecret' | 'deleteSecret'>;

/**
 * Connections in Forge's storage: one plain record for all, one secret each. The secret is written before
 * the connection is listed and deleted before it is taken off the list, so that a kill in between never
 * leaves a secret behind that somebody asked to delete.
 *
 * Errors: `rate-limited`, `unavailable`; `unexpected-answer` for a record that is not ours.
 */
export function createConnectionStore(store: SecretStore): ConnectionStore {
  async function saveConnection(connection: Connection, secret: Secret): Promise<void> {
    const others = (await listConnections(store)).filter(({ id }) => id !== connection.id);
    const key = connectionSecretKey(connection.id);
    await storageCall('a secret', () => store.setSecret(key, { v: 1, secret }));
    await writeConnections(store, [...others, connection]);
  }

  async function deleteConnection(deleted: string): Promise<void> {
    const others = (await listConnections(store)).filter(({ id }) => id !== deleted);
    await storageCall('a secret', () => store.deleteSecret(connectionSecretKey(deleted)));
    await writeConnections(store, others);
  }

  return {
    listConnections: () => listConnections(store),
    saveConnection,
    deleteConnection,
    findSecret: (id) => findSecret(store, id),
  };
}

async function listConnections(store: Pick<typeof kvs, 'get'>): Promise<Connection[]> {
  const stored = await storageCall('connections', () => store.get<unknown>(CONNECTIONS_KEY));
  if (stored === undefined) return [];
  const record = StoredConnections.safeParse(stored);
  if (!record.success) throw unreadableRecord('connections', record.error);
  return record.data.connections;
}

async function writeConnections(
  store: Pick<typeof kvs, 'set'>,
  connections: readonly Connection[],
): Promise<void> {
  await storageCall('connections', () => store.set(CONNECTIONS_KEY, { v: 1, connections }));
}

async function findSecret(
  store: Pick<typeof kvs, 'getSecret'>,
  id: string,
): Promise<Secret | undefined> {
  const stored = await storageCall('a secret', () =>
    store.getSecret<unknown>(connectionSecretKey(id)),
  );
  if (stored === undefined) return undefined;
  const record = StoredSecret.safeParse(stored);
  if (!record.success) throw unreadableRecord('secret of a connection', undefined);
  return record.data.secret;
}
