import type { ConnectionDraft } from '../../src/usecases/save-connection';
import { saveConnection } from '../../src/usecases/save-connection';
import { byId, connection } from '../support/connections';
import { createInMemoryPorts, createWorld, type World } from '../support/in-memory-ports';

const draft = (more: Partial<ConnectionDraft> = {}): ConnectionDraft => ({
  provider: 'github',
  baseUrl: 'https://github.com',
  owner: null,
  auth: { kind: 'token' },
  secret: 'new-secret',
  ...more,
});

const app = (appId: number) => ({ kind: 'app', appId, installationId: 5 }) as const;

const withOne = (more: Partial<Parameters<typeof connection>[0]> = {}): World =>
  createWorld({
    connections: byId(connection(more)),
    secrets: new Map([['c1', 'old-secret']]),
  });

describe('saveConnection', () => {
  it('keeps the address of the API, who saved it and when', async () => {
    const world = createWorld();

    const saved = await saveConnection(createInMemoryPorts(world), draft({ owner: 'acme' }));

    expect(saved).toEqual({
      id: 'id-1',
      provider: 'github',
      baseUrl: 'https://api.github.com',
      owner: 'acme',
      auth: { kind: 'token' },
      savedAt: '2026-05-04T09:00:00Z',
      savedBy: 'Ana Lima',
    });
    expect(world.secrets.get('id-1')).toBe('new-secret');
  });

  it('keeps the secret of an edited connection', async () => {
    const world = withOne();

    await saveConnection(
      createInMemoryPorts(world),
      draft({ id: 'c1', owner: 'acme', secret: null }),
    );

    expect(world.connections.get('c1')).toMatchObject({ owner: 'acme', savedBy: 'Ana Lima' });
    expect(world.secrets.get('c1')).toBe('old-secret');
  });

  it('replaces the secret of an edited connection', async () => {
    const world = withOne();

    await saveConnection(createInMemoryPorts(world), draft({ id: 'c1' }));

    expect(world.secrets.get('c1')).toBe('new-secret');
  });

  it.each<[string, Partial<Parameters<typeof connection>[0]>, Partial<ConnectionDraft>, string]>([
    ['another host', {}, { baseUrl: 'https://evil.example.com' }, 'auth.token'],
    ['another provider', {}, { provider: 'gitlab' }, 'auth.token'],
    ['another kind', {}, { auth: app(1) }, 'auth.privateKey'],
    ['another app', { auth: app(1) }, { auth: app(2) }, 'auth.privateKey'],
  ])(
    'sends a kept secret to no place that it was not given for: %s',
    async (_, before, more, field) => {
      const world = withOne(before);
      const edited = draft({ id: 'c1', secret: null, ...more });

      const saved = await saveConnection(createInMemoryPorts(world), edited);

      expect(saved).toMatchObject({ refused: 'invalid-input', problems: [{ field }] });
      expect(world.connections.get('c1')).toEqual(connection(before));
    },
  );

  it.each<[string, World, Partial<ConnectionDraft>, object]>([
    [
      'a new one without a secret',
      createWorld(),
      { secret: null },
      { refused: 'invalid-input', problems: [{ field: 'auth.token', message: 'is missing' }] },
    ],
    [
      'a secret that is not kept any more',
      createWorld({ connections: byId(connection()) }),
      { id: 'c1', secret: null },
      { refused: 'invalid-input', problems: [{ field: 'auth.token' }] },
    ],
    [
      'an address that is not https',
      createWorld(),
      { baseUrl: 'http://github.com' },
      { refused: 'invalid-input', problems: [{ field: 'baseUrl' }] },
    ],
    ['one that is gone', createWorld(), { id: 'c9' }, { refused: 'not-found' }],
    [
      'a second one for the same owner',
      withOne({ owner: 'Acme' }),
      { owner: 'acme' },
      { refused: 'conflict' },
    ],
    ['a second one for all owners', withOne(), {}, { refused: 'conflict' }],
  ])('refuses %s', async (_, world, more, refusal) => {
    const before = world.connections.size;

    expect(await saveConnection(createInMemoryPorts(world), draft(more))).toMatchObject(refusal);
    expect(world.connections.size).toBe(before);
  });
});
