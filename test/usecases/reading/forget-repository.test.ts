import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import { newHeader, newReading } from '../../../src/domain/evidence/repository-header';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import { forgetRepository } from '../../../src/usecases/reading/forget-repository';
import { REPOSITORY, repositoryEvidence } from '../../support/builders';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const UI = 'github:acme/ui';
const KEYS = ['PAY-1', 'PAY-2', 'PAY-3', 'PAY-4', 'PAY-5'];
const NOW = '2026-05-04T09:00:00Z';

describe('forgetRepository', () => {
  let storage: ForgeStorage;
  let queued: string[];
  const ask = <Value>(question: (store: EvidenceStore) => Promise<Value>): Promise<Value> =>
    storage.run(() => question(createEvidenceStore(storage.forge)));
  const partsOf = (repository: string) =>
    new Map(KEYS.map((key) => [key, repositoryEvidence({ repository })]));

  beforeEach(async () => {
    storage = openForgeStorage();
    queued = [];
    const header = newHeader(REPOSITORY, 'acme/payments-api');
    const reading = newReading(header, NOW);
    await ask(async (store) => {
      await store.saveIssueParts(UI, partsOf(UI));
      await store.saveIssueParts(REPOSITORY, partsOf(REPOSITORY));
      await store.saveIndex(REPOSITORY, new Map(KEYS.map((key) => [key, `digest of ${key}`])));
      await store.saveHeader({ ...header, reading, indexedFrom: 'everything' });
    });
  });
  afterEach(() => {
    storage.remove();
  });

  async function forget(evidence: EvidenceStore, limit?: number): Promise<void> {
    const header = await evidence.findHeader(REPOSITORY);
    if (!header) throw new Error('the header is gone');
    const jobs = {
      readRepositories: (ids: readonly string[]) => {
        queued.push(...ids);
        return Promise.resolve(ids.length);
      },
      continueReading: () => Promise.reject(new Error('there is no step to go on from')),
      compose: () => Promise.reject(new Error('no release is judged here')),
      markIssues: () => Promise.reject(new Error('No issue is marked here.')),
    };
    await forgetRepository({ evidence, jobs }, header, limit);
  }
  const issuesWith = async (repository: string): Promise<string[]> =>
    (await ask((store) => store.findIssues(KEYS)))
      .filter(({ repositories }) => repositories.some((one) => one.repository === repository))
      .map(({ issueKey }) => issueKey)
      .sort();

  it('takes it out of every issue, and leaves the others in', async () => {
    await ask((store) => forget(store));

    expect(await issuesWith(REPOSITORY)).toEqual([]);
    expect(await issuesWith(UI)).toEqual(KEYS);
    expect(await ask((store) => store.findHeader(REPOSITORY))).toMatchObject({
      indexedFrom: null,
      reading: null,
    });
    expect(queued).toEqual([]);
  });

  it('leaves what is more than an invocation may write to the next ones', async () => {
    await ask((store) => forget(store, 2));
    expect(await issuesWith(REPOSITORY)).toEqual(['PAY-3', 'PAY-4', 'PAY-5']);
    expect(queued).toEqual([REPOSITORY]);

    await ask((store) => forget(store, 2));
    expect(await issuesWith(REPOSITORY)).toEqual(['PAY-5']);
    expect(queued).toEqual([REPOSITORY, REPOSITORY]);

    await ask((store) => forget(store, 2));
    expect(await issuesWith(REPOSITORY)).toEqual([]);
    expect(queued).toHaveLength(2);
  });

  it('is ready for the repository to come back in between: all of it is indexed again', async () => {
    await ask((store) => forget(store, 2));

    expect(await ask((store) => store.findHeader(REPOSITORY))).toMatchObject({ indexedFrom: null });
    expect([...(await ask((store) => store.readIndex(REPOSITORY))).keys()]).toEqual([
      'PAY-3',
      'PAY-4',
      'PAY-5',
    ]);
  });

  it.each([1, 2, 3, 4])('goes on when it was killed at storage write %i', async (nth) => {
    await storage.runUntilKilled({ kind: 'storage-write', nth }, () =>
      forget(createEvidenceStore(storage.forge)),
    );

    await ask((store) => forget(store));

    expect(await issuesWith(REPOSITORY)).toEqual([]);
    expect(await ask((store) => store.readIndex(REPOSITORY))).toEqual(new Map());
  });
});
