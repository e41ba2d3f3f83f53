import { listAllVisible } from '../../src/usecases/list-all-visible';
import { GHE_REPOSITORIES, gheWorld } from '../support/ghe-world';
import { createInMemoryPorts, type HostContent } from '../support/in-memory-ports';

const ports = (content: HostContent) => createInMemoryPorts(gheWorld(content));

describe('listAllVisible', () => {
  it('goes through all pages of all connections', async () => {
    expect(await listAllVisible(ports({ repositories: GHE_REPOSITORIES }))).toEqual({
      ids: ['github:ghe.acme.com/acme/api', 'github:ghe.acme.com/acme/web'],
      notes: [],
    });
  });

  it('notes a connection that fails', async () => {
    const { ids, notes } = await listAllVisible(
      ports({ repositories: GHE_REPOSITORIES, failure: { kind: 'unauthorized' } }),
    );

    expect(ids).toEqual([]);
    expect(notes).toEqual([
      'Connection to ghe.acme.com, acme: its repositories could not be listed (The host refused). Test the connection, then import again.',
    ]);
  });

  it('notes a connection that sees more than can be listed', async () => {
    const repositories = Array.from({ length: 41 }, (_, index) => ({ path: `acme/r${index}` }));

    const { ids, notes } = await listAllVisible(ports({ repositories }));

    expect(ids).toHaveLength(40);
    expect(notes).toEqual([
      'Connection to ghe.acme.com, acme: only the first 20 pages were looked at.',
    ]);
  });
});
