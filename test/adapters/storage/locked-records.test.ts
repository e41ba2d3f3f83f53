import { randomBytes } from 'node:crypto';

import { createLockedRecords, type KvsModule } from '../../../src/adapters/storage/locked-records';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';
import { skipPauses } from '../../support/skip-pauses';

const ENTITY = 'shared-record';
const dense = (kibibytes: number) => randomBytes(kibibytes * 768).toString('base64');
const add = (item: string) => (_: string, current: unknown) => [
  ...((current ?? []) as string[]),
  item,
];
const keysOf = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);

describe('locked records', () => {
  let storage: ForgeStorage;
  const open = (forge: KvsModule = storage.forge) => createLockedRecords(forge, ENTITY);
  const readAll = (keys: readonly string[]) => storage.run(() => open().read(keys));

  skipPauses();
  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  /** The storage, where something happens just before the next transactions go out. */
  function withRival(rival: () => Promise<void>): KvsModule {
    const { kvs } = storage.forge;
    const transact = () => {
      const transaction = kvs.transact();
      const execute = transaction.execute.bind(transaction);
      return Object.assign(transaction, {
        execute: async () => {
          await rival();
          return execute();
        },
      });
    };
    return { ...storage.forge, kvs: Object.assign(Object.create(kvs) as typeof kvs, { transact }) };
  }

  it.each([0, 1, 2, 25, 26, 60])('reads %i records that exist, and no others', async (count) => {
    const keys = keysOf(count);

    await storage.run(() => open().change(keys, (key) => ({ key })));

    const read = await readAll([...keys, 'nowhere']);
    expect([...read.keys()].sort()).toEqual(keys.toSorted());
    expect(keys.map((key) => read.get(key))).toEqual(keys.map((key) => ({ key })));
  });

  it('loses nothing when two write at the same time', async () => {
    const rival = () => open().change(['k'], add('rival'));
    let left = 1;
    const forge = withRival(async () => {
      left -= 1;
      if (left >= 0) await rival();
    });

    await storage.run(() => open(forge).change(['k'], add('mine')));

    expect((await readAll(['k'])).get('k')).toEqual(['rival', 'mine']);
  });

  it('loses nothing when ten write at the same time', async () => {
    const names = keysOf(10);

    await storage.run(() => Promise.all(names.map((name) => open().change(['k'], add(name)))));

    const value = (await readAll(['k'])).get('k') as string[];
    expect(value.toSorted()).toEqual(names);
  });

  it('changes all of a batch after one of them was taken', async () => {
    let isFirst = true;
    const forge = withRival(async () => {
      if (isFirst) {
        isFirst = false;
        await open().change(['k1'], add('rival'));
      }
    });

    await storage.run(() => open(forge).change(keysOf(3), add('mine')));

    expect([...(await readAll(keysOf(3))).values()]).toEqual([
      ['mine'],
      ['rival', 'mine'],
      ['mine'],
    ]);
  });

  it('gives up, and says of what, when others are always faster', async () => {
    const forge = withRival(() => open().change(['k'], add('rival')));

    await expect(storage.run(() => open(forge).change(['k'], add('mine')))).rejects.toThrow(
      'Others kept changing k; gave up after 100 attempts.',
    );
    expect((await readAll(['k'])).get('k')).toEqual(Array<string>(100).fill('rival'));
  });

  it('does not write what stays the same', async () => {
    await storage.run(() => open().change(keysOf(3), (key) => ({ key })));
    const before = storage.stats().writes;

    await storage.run(() =>
      open().change(keysOf(3), (key, current) => (key === 'k1' ? { key: 'new' } : current)),
    );

    expect(storage.stats().writes - before).toBe(1);
    expect((await readAll(['k1'])).get('k1')).toEqual({ key: 'new' });
  });

  it('writes many large records', async () => {
    const values = new Map(keysOf(30).map((key) => [key, dense(220)]));

    await storage.run(() => open().change([...values.keys()], (key) => values.get(key)));

    expect(await readAll([...values.keys()])).toEqual(values);
  });

  it('passes on what storage refuses', async () => {
    await expect(storage.run(() => open().change(['k'], () => dense(300)))).rejects.toMatchObject({
      responseDetails: { status: 400 },
    });
    await expect(
      storage.run(() => createLockedRecords(storage.forge, 'car').read(['a', 'b'])),
    ).rejects.toThrow('a');
  });
});
