import { isOwnedBy } from '../domain/settings/connection-for';
import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { ProviderError } from '../ports/provider-error';
import { asAdministrator } from './administrator';
import { explainConnectionFailure, type ConnectionProblem } from './explain-connection-failure';
import { withConnection } from './find-connection';
import type { Outcome } from './refusal';

export type ConnectionTested =
  | { status: 'works'; account: string; repositories: number; hasMore: boolean }
  | ({ status: 'fails' } & ConnectionProblem);

type TestPorts = Pick<Ports, 'asUser' | 'connections' | 'openCodeHost'>;

/** Asks the host who we are there and for the first repositories. */
export function testConnection(
  ports: TestPorts,
  { id }: { id: string },
): Promise<Outcome<ConnectionTested>> {
  return asAdministrator(ports, () =>
    withConnection(ports, id, async (connection) => {
      try {
        return await tryOut(ports, connection);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        return { status: 'fails', ...explainConnectionFailure(error.failure, connection) };
      }
    }),
  );
}

async function tryOut(ports: TestPorts, connection: Connection): Promise<ConnectionTested> {
  const host = await ports.openCodeHost(connection);
  const { login } = await host.getAccount();
  const { items, next } = await host.listRepositories(null);
  const repositories = items.filter(({ path }) => isOwnedBy(path, connection.owner)).length;
  return { status: 'works', account: login, repositories, hasMore: next !== null };
}
