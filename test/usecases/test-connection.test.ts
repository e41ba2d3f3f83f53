import type { Failure } from '../../src/ports/provider-error';
import { testConnection } from '../../src/usecases/test-connection';
import { byId, connection } from '../support/connections';
import { createInMemoryPorts, createWorld, type HostContent } from '../support/in-memory-ports';

const API = 'https://api.github.com';
const APP = { kind: 'app', appId: 12, installationId: 34 } as const;

function ports(content: HostContent, more: Partial<Parameters<typeof connection>[0]> = {}) {
  const world = createWorld({
    connections: byId(connection(more)),
    hosts: new Map([[API, content]]),
  });
  return createInMemoryPorts(world);
}

describe('testConnection', () => {
  it('says who we are there and what we see first', async () => {
    const repositories = [{ path: 'acme/api' }, { path: 'acme/web' }, { path: 'acme/db' }];

    expect(await testConnection(ports({ repositories }), { id: 'c1' })).toEqual({
      status: 'works',
      account: 'convoy-bot',
      repositories: 2,
      hasMore: true,
    });
  });

  it('counts repositories of its owner only', async () => {
    const repositories = [{ path: 'acme/api' }, { path: 'other/web' }];

    expect(await testConnection(ports({ repositories }, { owner: 'acme' }), { id: 'c1' })).toEqual({
      status: 'works',
      account: 'convoy-bot',
      repositories: 1,
      hasMore: false,
    });
  });

  it('refuses a connection that is gone', async () => {
    expect(await testConnection(ports({ repositories: [] }), { id: 'c9' })).toMatchObject({
      refused: 'not-found',
    });
  });

  it.each<[string, Failure]>([
    ['unauthorized', { kind: 'unauthorized' }],
    ['egress-blocked', { kind: 'egress-blocked' }],
  ])('says what is wrong: %s', async (problem, failure) => {
    expect(await testConnection(ports({ repositories: [], failure }), { id: 'c1' })).toMatchObject({
      status: 'fails',
      problem,
    });
  });

  it('says that the key of an app is wrong', async () => {
    const failing = ports({ repositories: [], failure: { kind: 'unauthorized' } }, { auth: APP });

    expect(await testConnection(failing, { id: 'c1' })).toMatchObject({ problem: 'bad-key' });
  });

  it('throws what is not a failure of the host', async () => {
    const broken = {
      ...ports({ repositories: [] }),
      openCodeHost: () => Promise.reject(new TypeError('bug')),
    };

    await expect(testConnection(broken, { id: 'c1' })).rejects.toThrow('bug');
  });
});
