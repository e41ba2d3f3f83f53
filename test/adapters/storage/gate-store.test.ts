import { createGateStore } from '../../../src/adapters/storage/gate-store';
import { openForgeStorage } from '../../support/forge-storage';
import { createInMemoryKvs } from '../../support/in-memory-kvs';

const KEY = { secret: 'whsec_a', savedAt: '2026-05-04T09:00:00Z', savedBy: 'Ana Lima' };

describe('gate store', () => {
  it('keeps a secret for each project, in secret storage only', async () => {
    const kvs = createInMemoryKvs();
    const store = createGateStore(kvs);

    await store.saveKey('PAY', KEY);

    expect(await store.findKey('PAY')).toEqual(KEY);
    expect(await store.findKey('WEB')).toBeUndefined();
    expect([...kvs.plain.values()].join()).not.toContain('whsec_a');
  });

  it('forgets a secret that is deleted', async () => {
    const store = createGateStore(createInMemoryKvs());

    await store.saveKey('PAY', KEY);
    await store.deleteKey('PAY');

    expect(await store.findKey('PAY')).toBeUndefined();
  });

  it('says what to do about a record of another form', async () => {
    const kvs = createInMemoryKvs();
    await kvs.setSecret('gate:PAY', 'old');

    await expect(createGateStore(kvs).findKey('PAY')).rejects.toThrow('Save them again');
  });
});

describe('requests that were answered', () => {
  const storage = openForgeStorage();
  const store = createGateStore(storage.forge.kvs);
  afterAll(() => {
    storage.remove();
  });

  it('takes each once, also of ten that come at the same moment', async () => {
    const claims = await storage.run(() =>
      Promise.all(Array.from({ length: 10 }, () => store.claim('run 1'))),
    );

    expect(claims.filter((isFirst) => isFirst)).toHaveLength(1);
    expect(await storage.run(() => store.claim('run 1'))).toBe(false);
    expect(await storage.run(() => store.claim('run 2'))).toBe(true);
  });

  it('takes ids of any form and length', async () => {
    const id = `${'ü/ '.repeat(500)}\n`;

    expect(await storage.run(() => store.claim(id))).toBe(true);
    expect(await storage.run(() => store.claim(id))).toBe(false);
  });
});
