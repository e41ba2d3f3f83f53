import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

describe('the record of what was released', () => {
  let storage: ForgeStorage;
  const ask = <Value>(question: (store: EvidenceStore) => Promise<Value>): Promise<Value> =>
    storage.run(() => question(createEvidenceStore(storage.forge)));

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('keeps what each project released last, and that it released nothing', async () => {
    const readAt = '2026-05-04T09:00:00Z';
    const bundle = {
      ...{ projectKey: 'PAY', version: '1.0', releasedOn: null },
      issueKeys: ['PAY-1'],
    };

    await ask((store) => store.saveReleased('PAY', { bundle, readAt }));
    await ask((store) => store.saveReleased('LED', { bundle: null, readAt }));

    expect(await ask((store) => store.findReleased('PAY'))).toEqual({ bundle, readAt });
    expect(await ask((store) => store.findReleased('LED'))).toEqual({ bundle: null, readAt });
    expect(await ask((store) => store.findReleased('NEW'))).toBeUndefined();
  });
});
