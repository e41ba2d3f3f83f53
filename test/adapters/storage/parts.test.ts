import { randomBytes } from 'node:crypto';

import { createParts } from '../../../src/adapters/storage/parts';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

/** Text that no compression makes smaller: `kibibytes` of it need somewhat more when stored. */
const dense = (kibibytes: number) => randomBytes(kibibytes * 768).toString('base64');

describe('parts', () => {
  let storage: ForgeStorage;
  const open = () => createParts(storage.forge.kvs);
  const keys = () => [...storage.store.kv.keys()].sort();

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('knows nothing of what was never written', async () => {
    expect(await storage.run(() => open().read('nothing'))).toBeUndefined();
  });

  it.each([
    { what: 'a small value', value: { a: [1, null, 'ä'] }, count: 1 },
    { what: 'nothing at all', value: null, count: 1 },
    { what: 'what compression makes small', value: 'ä'.repeat(1024 * 1024), count: 1 },
    { what: 'what just fits', value: dense(226), count: 1 },
    { what: 'what just does not fit', value: dense(236), count: 2 },
    { what: 'a very large value', value: dense(900), count: 4 },
  ])('gives back $what, from $count keys', async ({ value, count }) => {
    const read = await storage.run(async () => {
      await open().write('key', value);
      return open().read('key');
    });

    expect(read).toEqual(value);
    expect(keys()).toHaveLength(count);
  });

  it('deletes the parts that a new value does not need', async () => {
    const small = dense(20);
    const [large, larger] = [dense(300), dense(700)];

    await storage.run(async () => {
      for (const value of [larger, large]) await open().write('key', value);
    });
    expect(await storage.run(() => open().read('key'))).toBe(large);
    expect(keys()).toHaveLength(2);

    await storage.run(() => open().write('key', small));
    expect(await storage.run(() => open().read('key'))).toBe(small);
    expect(keys()).toEqual(['key']);
  });

  it('writes a large value again without a part too many', async () => {
    const value = dense(700);

    await storage.run(() => open().write('key', value));
    const before = keys();
    await storage.run(() => open().write('key', value));

    expect(keys()).toEqual(before);
    expect(await storage.run(() => open().read('key'))).toBe(value);
  });

  it.each([1, 2, 3, 4, 5])(
    'keeps the old or the new value when killed at write %i',
    async (nth) => {
      const [before, after] = [dense(500), dense(500)];
      await storage.run(() => open().write('key', before));

      await storage.runUntilKilled({ kind: 'storage-write', nth }, () =>
        open().write('key', after),
      );

      const read = await storage.run(() => open().read('key'));
      expect([before, after]).toContain(read);
      await storage.run(() => open().write('key', after));
      expect(await storage.run(() => open().read('key'))).toBe(after);
    },
  );
});
