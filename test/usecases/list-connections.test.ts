import { listConnections } from '../../src/usecases/list-connections';
import { connection } from '../support/connections';
import { GHE, gheWorld } from '../support/ghe-world';
import { createInMemoryPorts, type HostContent } from '../support/in-memory-ports';

const ports = (content: HostContent) => createInMemoryPorts(gheWorld(content));

describe('listConnections', () => {
  it('sorts by host', async () => {
    const all = await listConnections(ports({ repositories: [] }));

    expect(all).toEqual([connection(), GHE]);
  });
});
