import { randomBytes } from 'node:crypto';

import { keepWithin } from '../../../src/adapters/storage/keep-within';
import { createLockedRecords } from '../../../src/adapters/storage/locked-records';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

/** Takes about so much, however it is packed. */
const dense = (kibibytes: number) => randomBytes(kibibytes * 768).toString('base64');

describe('keepWithin', () => {
  let storage: ForgeStorage;
  const records = () => createLockedRecords(storage.forge, 'shared-record');
  const add = (item: string) =>
    storage.run(() =>
      keepWithin(records(), 'k', (current) => [...((current ?? []) as string[]), item]),
    );
  const read = async () => (await storage.run(() => records().read(['k']))).get('k');

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('keeps what fits', async () => {
    const [one, other] = [dense(90), dense(90)];

    expect(await add(one)).toEqual({ status: 'kept' });
    expect(await add(other)).toEqual({ status: 'kept' });

    expect(await read()).toEqual([one, other]);
  });

  it('refuses what does not fit, and what was there stays', async () => {
    const one = dense(200);
    await add(one);

    const refused = await add(dense(60));

    expect(refused).toMatchObject({ status: 'too-large', limit: 245_248 });
    expect(await read()).toEqual([one]);
  });

  it('refuses a first record that does not fit', async () => {
    expect(await add(dense(300))).toMatchObject({ status: 'too-large' });
    expect(await read()).toBeUndefined();
  });
});
