import { deleteConnection } from '../../src/usecases/delete-connection';
import { listAllVisible } from '../../src/usecases/list-all-visible';
import { listConnections } from '../../src/usecases/list-connections';
import { listHostRepositories } from '../../src/usecases/list-host-repositories';
import { suggestLines } from '../../src/usecases/suggest-lines';
import { byId, connection } from '../support/connections';
import { createInMemoryPorts, createWorld, type HostContent } from '../support/in-memory-ports';
import { projectSettings } from '../support/settings';

const GHE = connection({ id: 'ghe', baseUrl: 'https://ghe.acme.com/api/v3', owner: 'acme' });
const REPOSITORIES = [{ path: 'acme/api' }, { path: 'other/x' }, { path: 'acme/web' }];

function world(content: HostContent) {
  return createWorld({
    connections: byId(connection(), GHE),
    secrets: new Map([['ghe', 's3cret']]),
    settings: new Map([['PAY', projectSettings()]]),
    hosts: new Map([['https://ghe.acme.com/api/v3', content]]),
  });
}
const ports = (content: HostContent) => createInMemoryPorts(world(content));

describe('listConnections', () => {
  it('sorts by host', async () => {
    const all = await listConnections(ports({ repositories: [] }));

    expect(all).toEqual([connection(), GHE]);
  });
});

describe('deleteConnection', () => {
  it('takes the secret away too', async () => {
    const before = world({ repositories: [] });

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

describe('listHostRepositories', () => {
  it('gives the page of the owner, with ids', async () => {
    const host = ports({ repositories: REPOSITORIES });

    const first = await listHostRepositories(host, { connectionId: 'ghe', cursor: null });
    const second = await listHostRepositories(host, { connectionId: 'ghe', cursor: '2' });

    expect(first).toMatchObject({
      items: [{ id: 'github:ghe.acme.com/acme/api', path: 'acme/api' }],
      next: '2',
    });
    expect(second).toMatchObject({ items: [{ id: 'github:ghe.acme.com/acme/web' }], next: null });
  });
});

describe('listAllVisible', () => {
  it('goes through all pages of all connections', async () => {
    expect(await listAllVisible(ports({ repositories: REPOSITORIES }))).toEqual({
      ids: ['github:ghe.acme.com/acme/api', 'github:ghe.acme.com/acme/web'],
      notes: [],
    });
  });

  it('notes a connection that fails', async () => {
    const { ids, notes } = await listAllVisible(
      ports({ repositories: REPOSITORIES, failure: { kind: 'unauthorized' } }),
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

describe('suggestLines', () => {
  const repository = 'github:ghe.acme.com/acme/api';
  const branches = ['develop', 'release/test', 'main'];

  it("follows the project's route", async () => {
    const host = ports({ repositories: [{ path: 'acme/api', branches }] });

    expect(await suggestLines(host, { repository, projectKey: 'PAY' })).toMatchObject({
      branches,
      isComplete: true,
      suggestions: [
        { line: 'dev', branch: 'develop', confidence: 'high' },
        { line: 'test', branch: 'release/test', confidence: 'high' },
        { line: 'prod', branch: 'main', confidence: 'high' },
      ],
    });
  });

  it('finds the usual lines without a project', async () => {
    const host = ports({ repositories: [{ path: 'acme/api', branches: ['master'] }] });

    expect(await suggestLines(host, { repository })).toMatchObject({
      suggestions: [{ line: 'prod', branch: 'master', confidence: 'medium' }],
    });
  });

  it('says when there are more branches than it looked at', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `b${index}`);
    const host = ports({ repositories: [{ path: 'acme/api', branches: many }] });

    expect(await suggestLines(host, { repository })).toMatchObject({ isComplete: false });
  });

  it('refuses a repository that no connection covers', async () => {
    const gitlab = { repository: 'gitlab:gitlab.com/a/b' };

    expect(await suggestLines(ports({ repositories: [] }), gitlab)).toMatchObject({
      refused: 'not-found',
      message: expect.stringContaining('gitlab:gitlab.com/a/b') as string,
    });
  });
});
