import { createConnectionStore } from '../../../src/adapters/storage/connection-store';
import type { Connection } from '../../../src/ports/connection-store';
import { createInMemoryKvs } from '../../support/in-memory-kvs';

const killed = new Error('killed');

const connection = (id: string): Connection => ({
  id,
  provider: 'github',
  baseUrl: 'https://api.github.com',
  owner: null,
  auth: { kind: 'app', appId: 12, installationId: 34 },
  savedAt: '2026-05-04T09:00:00Z',
  savedBy: 'Ana Lima',
});

describe('connection store', () => {
  it('gives back connections and their secrets', async () => {
    const store = createConnectionStore(createInMemoryKvs());

    await store.saveConnection(connection('a'), 's3cret');

    expect(await store.listConnections()).toEqual([connection('a')]);
    expect(await store.findSecret('a')).toBe('s3cret');
  });

  it('knows nothing before the first save', async () => {
    const store = createConnectionStore(createInMemoryKvs());

    expect(await store.listConnections()).toEqual([]);
    expect(await store.findSecret('a')).toBeUndefined();
  });

  it('keeps secrets out of plain storage', async () => {
    const kvs = createInMemoryKvs();

    await createConnectionStore(kvs).saveConnection(connection('a'), 's3cret');

    expect([...kvs.plain.values()].join()).not.toContain('s3cret');
    expect([...kvs.secrets.keys()]).toEqual(['connection:a']);
  });

  it('replaces a connection that is saved again', async () => {
    const store = createConnectionStore(createInMemoryKvs());

    await store.saveConnection(connection('a'), 'old');
    await store.saveConnection({ ...connection('a'), owner: 'acme' }, 'new');

    expect(await store.listConnections()).toEqual([{ ...connection('a'), owner: 'acme' }]);
    expect(await store.findSecret('a')).toBe('new');
  });

  it('forgets the secret of a deleted connection', async () => {
    const kvs = createInMemoryKvs();
    const store = createConnectionStore(kvs);
    await store.saveConnection(connection('a'), 's3cret');
    await store.saveConnection(connection('b'), 'other');

    await store.deleteConnection('a');

    expect(await store.listConnections()).toEqual([connection('b')]);
    expect([...kvs.secrets.keys()]).toEqual(['connection:b']);
  });

  it.each([1, 2])(
    'lists no connection without a secret when a save is killed at write %i',
    async (write) => {
      const kvs = createInMemoryKvs();
      const store = createConnectionStore(kvs);
      kvs.failAt(write, killed);

      await expect(store.saveConnection(connection('a'), 's3cret')).rejects.toBe(killed);

      expect(await store.listConnections()).toEqual([]);
    },
  );

  it('leaves no secret behind when a deletion is killed after its first write', async () => {
    const kvs = createInMemoryKvs();
    const store = createConnectionStore(kvs);
    await store.saveConnection(connection('a'), 's3cret');
    kvs.failAt(2, killed);

    await expect(store.deleteConnection('a')).rejects.toBe(killed);

    expect(kvs.secrets.size).toBe(0);
    await store.deleteConnection('a');
    expect(await store.listConnections()).toEqual([]);
  });

  it('does not repeat an unreadable secret in its message', async () => {
    const kvs = createInMemoryKvs();
    kvs.secrets.set('connection:a', '"s3cret"');

    const failure: unknown = await createConnectionStore(kvs)
      .findSecret('a')
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ failure: { kind: 'unexpected-answer' } });
    expect(String(failure)).not.toContain('s3cret');
  });
});
