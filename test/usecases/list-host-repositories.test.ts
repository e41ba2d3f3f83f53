import { listHostRepositories } from '../../src/usecases/list-host-repositories';
import { GHE_REPOSITORIES, gheWorld } from '../support/ghe-world';
import { createInMemoryPorts, type HostContent } from '../support/in-memory-ports';

const ports = (content: HostContent) => createInMemoryPorts(gheWorld(content));

describe('listHostRepositories', () => {
  it('gives the page of the owner, with ids', async () => {
    const host = ports({ repositories: GHE_REPOSITORIES });

    const first = await listHostRepositories(host, { connectionId: 'ghe', cursor: null });
    const second = await listHostRepositories(host, { connectionId: 'ghe', cursor: '2' });

    expect(first).toMatchObject({
      items: [{ id: 'github:ghe.acme.com/acme/api', path: 'acme/api' }],
      next: '2',
    });
    expect(second).toMatchObject({ items: [{ id: 'github:ghe.acme.com/acme/web' }], next: null });
  });
});
