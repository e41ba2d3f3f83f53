import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import type { Commit } from '../../../src/domain/commit';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import { commit, REPOSITORY } from '../../support/builders';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const log = (from: number, count: number): Commit[] =>
  Array.from({ length: count }, (_, index) => commit({ sha: `c${from + index}` }));
const shas = (commits: readonly { sha: string }[]) => commits.map(({ sha }) => sha);

let storage: ForgeStorage;
const ask = <Value>(question: (store: EvidenceStore) => Promise<Value>): Promise<Value> =>
  storage.run(() => question(createEvidenceStore(storage.forge)));

beforeEach(() => {
  storage = openForgeStorage();
});
afterEach(() => {
  storage.remove();
});

describe('the commit log', () => {
  it.each([
    { first: 0, next: 1 },
    { first: 1, next: 1 },
    { first: 249, next: 1 },
    { first: 249, next: 2 },
    { first: 250, next: 1 },
    { first: 250, next: 250 },
    { first: 251, next: 499 },
    { first: 499, next: 502 },
    { first: 500, next: 1000 },
    { first: 750, next: 0 },
    { first: 3, next: 0 },
  ])('grows from $first by $next', async ({ first, next }) => {
    const all = await ask(async (store) => {
      await store.appendCommits(REPOSITORY, 0, log(0, first));
      await store.appendCommits(REPOSITORY, first, log(first, next));
      return store.readCommits(REPOSITORY, first + next);
    });

    expect(shas(all)).toEqual(shas(log(0, first + next)));
  });

  it.each([
    { from: 0, lost: 700, written: 3 },
    { from: 120, lost: 400, written: 10 },
    { from: 249, lost: 600, written: 2 },
    { from: 250, lost: 600, written: 1 },
    { from: 260, lost: 5, written: 900 },
  ])('forgets $lost commits behind $from that no header named', async ({ from, lost, written }) => {
    const ghosts = Array.from({ length: lost }, (_, index) => commit({ sha: `ghost${index}` }));
    const all = await ask(async (store) => {
      await store.appendCommits(REPOSITORY, 0, log(0, from));
      await store.appendCommits(REPOSITORY, from, ghosts);
      await store.appendCommits(REPOSITORY, from, log(from, written));
      await store.appendCommits(REPOSITORY, from + written, log(from + written, 300));
      return store.readCommits(REPOSITORY, from + written + 300);
    });

    expect(shas(all)).toEqual(shas(log(0, from + written + 300)));
  });

  it.each([1, 2, 3])('is written again after a kill at write %i', async (nth) => {
    await ask((store) => store.appendCommits(REPOSITORY, 0, log(0, 200)));
    const append = (store: EvidenceStore) => store.appendCommits(REPOSITORY, 200, log(200, 500));

    await storage.runUntilKilled({ kind: 'storage-write', nth }, () =>
      append(createEvidenceStore(storage.forge)),
    );

    const before = await ask((store) => store.readCommits(REPOSITORY, 200));
    expect(shas(before)).toEqual(shas(log(0, 200)));
    await ask(append);
    expect(shas(await ask((store) => store.readCommits(REPOSITORY, 700)))).toEqual(
      shas(log(0, 700)),
    );
  });

  it('reads no more than it is asked for', async () => {
    await ask((store) => store.appendCommits(REPOSITORY, 0, log(0, 600)));

    expect(await ask((store) => store.readCommits(REPOSITORY, 251))).toHaveLength(251);
  });

  it('does not take a log that is too short for a history', async () => {
    await ask((store) => store.appendCommits(REPOSITORY, 0, log(0, 10)));

    await expect(ask((store) => store.readCommits(REPOSITORY, 11))).rejects.toThrow(
      'The log of commits of github:acme/payments-api holds 10 of 11.',
    );
  });
});
