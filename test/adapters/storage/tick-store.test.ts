import { createTickStore } from '../../../src/adapters/storage/tick-store';
import type { Tick } from '../../../src/domain/reasons/manual-step';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const tick = (more: Partial<Tick> = {}): Tick => ({
  stepId: 's1',
  done: true,
  by: 'Quinn Abara',
  accountId: 'quinn',
  at: '2026-05-04T09:00:00Z',
  note: null,
  shas: ['a1'],
  ...more,
});

describe('ticks of manual steps', () => {
  let storage: ForgeStorage;
  const store = () => createTickStore(storage.forge);
  const read = (issueKey: string) =>
    storage.run(async () => (await store().readTicksOf([issueKey])).get(issueKey) ?? []);
  const add = (issueKey: string, one: Tick) => storage.run(() => store().addTick(issueKey, one));

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('are none before anybody ticks', async () => {
    expect(await read('PAY-1')).toEqual([]);
  });

  it('are kept by issue, oldest first, with who, when and why', async () => {
    await add('PAY-1', tick({ note: 'ran it twice' }));
    await add('PAY-1', tick({ done: false, by: 'Bo Chen' }));
    await add('PAY-2', tick({ stepId: 's2' }));

    expect(await read('PAY-1')).toEqual([
      tick({ note: 'ran it twice' }),
      tick({ done: false, by: 'Bo Chen' }),
    ]);
    expect(await read('PAY-2')).toEqual([tick({ stepId: 's2' })]);
  });

  it('keep that an item failed', async () => {
    await add('PAY-1', tick({ done: false, outcome: 'failed' }));

    expect(await read('PAY-1')).toEqual([tick({ done: false, outcome: 'failed' })]);
  });

  it('are all kept when two people tick at once', async () => {
    await storage.run(() =>
      Promise.all([
        store().addTick('PAY-1', tick({ stepId: 's1' })),
        store().addTick('PAY-1', tick({ stepId: 's2' })),
        store().addTick('PAY-1', tick({ stepId: 's3' })),
      ]),
    );

    const steps = (await read('PAY-1')).map(({ stepId }) => stepId);
    expect(steps.toSorted()).toEqual(['s1', 's2', 's3']);
  });

  it('are all kept, however often somebody changes their mind', async () => {
    for (let count = 1; count <= 25; count += 1) await add('PAY-1', tick({ note: `${count}` }));

    const notes = (await read('PAY-1')).map(({ note }) => note);
    expect(notes).toHaveLength(25);
    expect(notes.slice(0, 2)).toEqual(['1', '2']);
  });

  describe('are counted', () => {
    const count = (...keys: string[]) => storage.run(() => store().countWords(keys));

    it('by issue, each word, and not at all before anybody asked', async () => {
      expect(await count('PAY-1')).toEqual(new Map());

      await add('PAY-1', tick());
      await add('PAY-1', tick({ done: false }));
      await add('PAY-1001', tick());
      await storage.run(() => store().startCounting(['PAY-1', 'PAY-2', 'PAY-1001', 'WEB-1']));

      expect(await count('PAY-1', 'PAY-2', 'PAY-3', 'PAY-1001', 'WEB-1')).toEqual(
        new Map([
          ['PAY-1', 2],
          ['PAY-2', 0],
          ['PAY-1001', 1],
          ['WEB-1', 0],
        ]),
      );
    });

    it('also when they were said before there were counts', async () => {
      await add('PAY-1', tick());
      storage.store.entities.get('shared-record')?.delete('words:PAY:0');

      expect(await storage.run(() => store().readTicksOf(['PAY-1']))).toEqual(
        new Map([['PAY-1', [tick()]]]),
      );
      await storage.run(() => store().startCounting(['PAY-1', 'PAY-2']));
      await add('PAY-2', tick());

      expect(await count('PAY-1', 'PAY-2')).toEqual(
        new Map([
          ['PAY-1', 1],
          ['PAY-2', 1],
        ]),
      );
    });

    it('together with the word, or neither', async () => {
      await storage.run(() => store().startCounting(['PAY-1']));

      await storage.runUntilKilled({ kind: 'storage-write', nth: 1, phase: 'before' }, () =>
        store().addTick('PAY-1', tick()),
      );

      expect(await count('PAY-1')).toEqual(new Map([['PAY-1', 0]]));
      expect(await read('PAY-1')).toEqual([]);
    });

    it('so that nobody reads the records of issues without words', async () => {
      const keys = Array.from({ length: 300 }, (_, index) => `PAY-${index + 1}`);
      await storage.run(() => store().startCounting(keys));
      await add('PAY-7', tick());
      const before = storage.stats().reads;

      const found = await storage.run(() => store().readTicksOf(keys));

      expect([...found.keys()]).toEqual(['PAY-7']);
      expect(storage.stats().reads - before).toBe(2);
    });
  });
});
