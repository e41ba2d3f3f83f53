import { createMarkStore } from '../../../src/adapters/storage/mark-store';
import { NO_MARKS, type IssueMark, type MarkRecord } from '../../../src/domain/release/issue-mark';
import type { MarkStore } from '../../../src/ports/mark-store';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const mark = (versionIds: string[]): IssueMark => ({
  verdict: 'manual-review',
  decision: 'NO-SHIP',
  versionIds,
});
const RECORD: MarkRecord = {
  marks: new Map([
    ['PAY-1', mark(['10'])],
    ['PAY-2', { verdict: 'unknown', decision: 'unknown', versionIds: ['10', '11'] }],
  ]),
  refused: new Map([['PAY-3', '2026-05-04T09:00:00Z']]),
  waiting: new Map([['11', '2026-05-04T08:00:00Z']]),
};

describe('marks', () => {
  let storage: ForgeStorage;
  const ask = <Value>(question: (store: MarkStore) => Promise<Value>): Promise<Value> =>
    storage.run(() => question(createMarkStore(storage.forge)));

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('are none before the first', async () => {
    expect(await ask((store) => store.readMarks('PAY'))).toEqual(NO_MARKS);
    expect(await ask((store) => store.findQueued('PAY'))).toBeUndefined();
  });

  it('are kept by project', async () => {
    await ask((store) => store.changeMarks('PAY', () => RECORD));

    expect(await ask((store) => store.readMarks('PAY'))).toEqual(RECORD);
    expect(await ask((store) => store.readMarks('WEB'))).toEqual(NO_MARKS);
  });

  it('are not written when they stay the same', async () => {
    await ask((store) => store.changeMarks('PAY', () => RECORD));
    const before = storage.stats().writes;

    await ask((store) => store.changeMarks('PAY', (record) => record));

    expect(storage.stats().writes).toBe(before);
  });

  it('of five thousand issues fit in one record', async () => {
    const marks = Array.from(
      { length: 5000 },
      (_, index) => [`PAY-${index * 7}`, mark([String(10_000 + (index % 20))])] as const,
    );

    await ask((store) => store.changeMarks('PAY', () => ({ ...RECORD, marks: new Map(marks) })));

    expect((await ask((store) => store.readMarks('PAY'))).marks.size).toBe(5000);
  });

  it('say when they are queued', async () => {
    const queued = { dueAt: '2026-05-04T09:02:00Z', judgedAt: null };

    await ask((store) => store.saveQueued('PAY', queued));

    expect(await ask((store) => store.findQueued('PAY'))).toEqual(queued);
  });
});
