import { createReleaseStore } from '../../../src/adapters/storage/release-store';
import { createTickStore } from '../../../src/adapters/storage/tick-store';
import { NO_ACTS } from '../../../src/domain/release/acts';
import type { ReleaseRecord } from '../../../src/ports/release-store';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';
import { lifecycleMove, signOff, tick, waiver } from '../../support/judged-bundle';

const EDITORS = Array.from({ length: 50 }, (_, index) => `editor-${index}`);
const EMPTY: ReleaseRecord = { acts: NO_ACTS, words: [] };

describe('what people said of releases', () => {
  let storage: ForgeStorage;
  const store = () => createReleaseStore(storage.forge);
  const ticks = () => createTickStore(storage.forge);
  const read = (id: string) => storage.run(() => store().readRecord(id));
  const sign = (accountId: string) =>
    store().changeRecord('v-1', ({ acts, words }) => ({
      acts: { ...acts, signOffs: [...acts.signOffs, signOff({ id: accountId, accountId })] },
      words,
    }));
  const say = (accountId: string) =>
    store().changeRecord('v-1', ({ acts, words }) => ({
      acts,
      words: [...words, tick({ accountId })],
    }));

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('is nothing at first', async () => {
    expect(await read('v-1')).toEqual(EMPTY);
  });

  it('is kept by release', async () => {
    const revoked = { by: 'Rosa', accountId: 'rosa', at: '2026-05-04T10:00:00Z', reason: 'wrong' };
    const record: ReleaseRecord = {
      acts: {
        ...{ waivers: [waiver()], signOffs: [signOff({ revoked })] },
        moves: [lifecycleMove({ evidenceHash: 'hash-1' })],
      },
      words: [tick({ outcome: 'failed', done: false, line: 'test' })],
    };

    await storage.run(() => store().changeRecord('v-1', () => record));

    expect(await read('v-1')).toEqual(record);
    expect(await read('v-2')).toEqual(EMPTY);
  });

  it('is read with the ticks of an issue', async () => {
    await storage.run(async () => {
      await ticks().addTick('PAY-1', tick());
      await sign('quinn');
    });
    const before = storage.stats().reads;

    const said = await storage.run(() => store().readSaidOf('PAY-1', ['v-1', 'v-2']));

    expect(storage.stats().reads - before).toBe(3);
    expect(said.ticks).toEqual([tick()]);
    expect(said.records.map(({ acts }) => acts.signOffs.length)).toEqual([1]);
  });

  it('loses no sign-off and no word when fifty people speak at the same moment', async () => {
    const outcomes = await storage.run(() =>
      Promise.all(EDITORS.map((name, index) => (index % 2 === 0 ? sign(name) : say(name)))),
    );

    const { acts, words } = await read('v-1');
    expect(outcomes.every(({ status }) => status === 'kept')).toBe(true);
    expect([...acts.signOffs, ...words].map(({ accountId }) => accountId).toSorted()).toEqual(
      EDITORS.toSorted(),
    );
  });

  it('loses no word on one item of an issue when fifty people tick it at the same moment', async () => {
    await storage.run(() =>
      Promise.all(EDITORS.map((accountId) => ticks().addTick('PAY-1', tick({ accountId })))),
    );

    const said = (await storage.run(() => ticks().readTicksOf(['PAY-1']))).get('PAY-1') ?? [];
    expect(said.map(({ accountId }) => accountId).toSorted()).toEqual(EDITORS.toSorted());
  });
});
