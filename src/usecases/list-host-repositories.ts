import { toRepositoryId, type RepositoryId } from '../domain/repository';
import { isOwnedBy } from '../domain/settings/connection-for';
import { hostOf } from '../domain/settings/host-address';
import type { HostRepository, Page } from '../ports/code-host';
import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { withConnection } from './find-connection';
import type { Outcome } from './refusal';

export type VisibleRepository = HostRepository & { id: RepositoryId };

/** One page of the repositories that a connection covers. */
export function listHostRepositories(
  ports: Pick<Ports, 'asUser' | 'connections' | 'openCodeHost'>,
  { connectionId, cursor }: { connectionId: string; cursor: string | null },
): Promise<Outcome<Page<VisibleRepository>>> {
  return asAdministrator(ports, () =>
    withConnection(ports, connectionId, (connection) => listVisible(ports, connection, cursor)),
  );
}

/** One page of what a connection sees, of its owner only, with repository ids. */
export async function listVisible(
  ports: Pick<Ports, 'openCodeHost'>,
  connection: Connection,
  cursor: string | null,
): Promise<Page<VisibleRepository>> {
  const host = await ports.openCodeHost(connection);
  const { items, next } = await host.listRepositories(cursor);
  const { provider, owner } = connection;
  const own = items.filter(({ path }) => isOwnedBy(path, owner));
  return {
    items: own.map((each) => ({
      ...each,
      id: toRepositoryId({ provider, host: hostOf(connection), path: each.path }),
    })),
    next,
  };
}
