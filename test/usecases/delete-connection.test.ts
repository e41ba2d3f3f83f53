import { deleteConnection } from '../../src/usecases/delete-connection';
import { gheWorld } from '../support/ghe-world';
import { createInMemoryPorts, type HostContent } from '../support/in-memory-ports';

const ports = (content: HostContent) => createInMemoryPorts(gheWorld(content));

describe('deleteConnection', () => {
  it('takes the secret away too', async () => {
    const before = gheWorld({ repositories: [] });

    await deleteConnection(createInMemoryPorts(before), { id: 'ghe' });

    expect([...before.connections.keys()]).toEqual(['c1']);
    expect(before.secrets.size).toBe(0);
  });

  it('refuses one that is gone', async () => {
    expect(await deleteConnection(ports({ repositories: [] }), { id: 'x' })).toMatchObject({
      refused: 'not-found',
    });
  });
});
