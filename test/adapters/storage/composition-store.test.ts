import { createCompositionStore } from '../../../src/adapters/storage/composition-store';
import type { CompositionChunk, CompositionEnd } from '../../../src/domain/release/composition';
import type { CompositionHeader, CompositionStore } from '../../../src/ports/composition-store';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';
import { judgedIssue } from '../../support/judged-bundle';

const GROUNDS = { settings: { PAY: 's1' }, statuses: { 'github:acme/api': 'a1' }, signOffs: [] };
const QUESTION = {
  scope: { name: '2026.05', projectKeys: ['PAY'], versionIds: ['1'], jql: null },
  keys: ['PAY-1', 'PAY-2'],
  promotion: { from: 'test', to: 'prod' },
  mode: 'plan' as const,
  window: null,
};
const END: CompositionEnd = {
  unlisted: [{ key: null, repository: 'github:acme/api', shas: ['a1'] }],
  since: null,
  grounds: GROUNDS,
  contents: { 'github:acme/api': 'c1' },
};

const chunk = (more: Partial<CompositionChunk> = {}): CompositionChunk => ({
  judgedAt: '2026-05-04T09:00:00Z',
  issues: [judgedIssue()],
  unreadable: [{ key: 'PAY-2', why: 'nobody knows' }],
  needed: ['PAY-3'],
  renamed: { 'OLD-3': 'PAY-3' },
  gaps: [],
  isShort: false,
  grounds: GROUNDS,
  readings: { 'github:acme/api': { runs: 'n1', revision: null, parts: { 'PAY-1': 'p1' } } },
  words: { 'PAY-1': 0 },
  ticks: {},
  digests: { 'PAY-1': 'd1' },
  told: ['PAY-3'],
  ...more,
});

describe('compositions', () => {
  let storage: ForgeStorage;
  const ask = <Value>(question: (store: CompositionStore) => Promise<Value>): Promise<Value> =>
    storage.run(() => question(createCompositionStore(storage.forge)));

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('are none before any is made', async () => {
    expect(await ask((store) => store.findHeader('c1'))).toBeUndefined();
    expect(await ask((store) => store.findQuestion('c1', 'r1'))).toBeUndefined();
    expect(await ask((store) => store.findChunks('c1', 'r1', [0]))).toBeUndefined();
    expect(await ask((store) => store.findEnd('c1', 'r1'))).toBeUndefined();
    expect(await ask((store) => store.listOpen('PAY'))).toEqual([]);
  });

  it('give back what was written', async () => {
    await ask((store) => store.saveQuestion('c1', 'r1', QUESTION));
    await ask((store) => store.saveChunk('c1', { run: 'r1', nth: 0 }, chunk()));
    await ask((store) => store.saveEnd('c1', 'r1', END));

    expect(await ask((store) => store.findQuestion('c1', 'r1'))).toMatchObject(QUESTION);
    expect(await ask((store) => store.findChunks('c1', 'r1', [0]))).toMatchObject([chunk()]);
    expect(await ask((store) => store.findEnd('c1', 'r1'))).toMatchObject(END);
  });

  it('are not there in part when a chunk is gone', async () => {
    await ask((store) => store.saveChunk('c1', { run: 'r1', nth: 0 }, chunk()));

    expect(await ask((store) => store.findChunks('c1', 'r1', [0, 1]))).toBeUndefined();
  });

  it('give single chunks, too', async () => {
    await ask((store) => store.saveChunk('c1', { run: 'r1', nth: 3 }, chunk()));

    expect(await ask((store) => store.findChunks('c1', 'r1', [3]))).toMatchObject([chunk()]);
  });

  it('of another form count as none', async () => {
    await ask((store) => store.saveChunk('c1', { run: 'r1', nth: 0 }, chunk()));
    const record = storage.store.kv.get('composition:c1:r1:0');
    if (!record) throw new Error('it was not written');
    record.value = { v: 1, packed: { plain: { form: 0, issues: [] } }, rest: [] };

    expect(await ask((store) => store.findChunks('c1', 'r1', [0]))).toBeUndefined();
  });

  it('keep one header, however many change it', async () => {
    const running = { run: 'r0', total: 520, judged: 0, startedAt: '', movedAt: '' };
    const next = ({ made, running: before }: CompositionHeader): CompositionHeader => ({
      made,
      running: { ...running, step: (before?.step ?? 0) + 1 },
    });

    const headers = await ask((store) =>
      Promise.all([1, 2, 3].map(() => store.changeHeader('c1', next))),
    );

    expect(headers.map((header) => header.running?.step).sort()).toEqual([1, 2, 3]);
    expect(await ask((store) => store.findHeader('c1'))).toEqual({
      made: null,
      running: { ...running, step: 3 },
    });
  });

  it('take no room when they are forgotten, and go by themselves in a month', async () => {
    await ask((store) => store.saveQuestion('c1', 'r1', QUESTION));
    await ask((store) => store.saveChunk('c1', { run: 'r1', nth: 0 }, chunk()));
    await ask((store) => store.saveEnd('c1', 'r1', END));
    const records = [...storage.store.kv.values()];
    const days = records.map(
      ({ createdAt, expiresAt = 0 }) => (expiresAt - createdAt) / 86_400_000,
    );
    expect(days).toEqual([30, 30, 30]);

    await ask((store) => store.forgetRun('c1', 'r1', 1));

    expect(storage.store.kv.size).toBe(0);
  });

  it('remember which are open', async () => {
    const open = { id: 'c1', openedAt: '2026-05-04T09:00:00Z', queuedAt: '2026-05-04T09:00:00Z' };

    await ask((store) => store.changeOpen('PAY', (before) => [...before, open]));

    expect(await ask((store) => store.listOpen('PAY'))).toEqual([open]);
  });
});
