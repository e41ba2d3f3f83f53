import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { withConnection } from './find-connection';
import type { Outcome } from './refusal';

/** Deletes a connection and its secret. What was read through it stays, and says how old it is. */
export function deleteConnection(
  ports: Pick<Ports, 'asUser' | 'connections'>,
  { id }: { id: string },
): Promise<Outcome<{ id: string }>> {
  return asAdministrator(ports, () =>
    withConnection(ports, id, async () => {
      await ports.connections.deleteConnection(id);
      return { id };
    }),
  );
}
