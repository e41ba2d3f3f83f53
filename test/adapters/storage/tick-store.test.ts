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
});
