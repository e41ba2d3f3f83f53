import { createEvidenceStore } from '../../../src/adapters/storage/evidence-store';
import { NO_ANSWERS, type PresenceAnswers } from '../../../src/domain/evidence/presence-answers';
import type { EvidenceStore } from '../../../src/ports/evidence-store';
import { REPOSITORY } from '../../support/builders';
import { knownDiff } from '../../support/change-chain';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';

const AT = '2026-05-04T09:00:00.000Z';
const BLOB = '0123456789abcdef0123456789abcdef01234567';
const SHORT = '0123456789ab';

describe('what presence is decided from', () => {
  let storage: ForgeStorage;
  const ask = <Value>(question: (store: EvidenceStore) => Promise<Value>): Promise<Value> =>
    storage.run(() => question(createEvidenceStore(storage.forge)));

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('comes back as it was written, with shorter blob ids', async () => {
    const paths = [
      { path: 'a/ü "b".txt', before: null, after: BLOB, mode: '100755' },
      { path: 'moved', before: 'unread', after: null, mode: null },
    ];
    const unread = { status: 'unread' as const, unreadAt: AT, tries: 2 };

    const diffs = await ask(async (store) => {
      await store.appendDiffs(REPOSITORY, 0, [
        ['c1', knownDiff({ patchId: null, growth: -3, paths })],
        ['c2', unread],
        ['c3', { ...unread, isTooLarge: true, paths }],
      ]);
      return store.readDiffs(REPOSITORY, 3);
    });

    expect([...diffs]).toEqual([
      [
        'c1',
        {
          status: 'known',
          patchId: null,
          loosePatchId: 'l1',
          linesId: 'n1',
          inverseId: 'i1',
          growth: -3,
          paths: [{ ...paths[0], after: SHORT }, paths[1]],
        },
      ],
      ['c2', unread],
      ['c3', { ...unread, isTooLarge: true, paths: [{ ...paths[0], after: SHORT }, paths[1]] }],
    ]);
  });

  it('counts the last row of a commit', async () => {
    const diffs = await ask(async (store) => {
      await store.appendDiffs(REPOSITORY, 0, [
        ['c1', { status: 'unread', unreadAt: AT, tries: 1 }],
      ]);
      await store.appendDiffs(REPOSITORY, 1, [['c1', knownDiff()]]);
      return store.readDiffs(REPOSITORY, 2);
    });

    expect([...diffs]).toEqual([['c1', knownDiff()]]);
  });

  it('goes on over segments, and forgets what no header counted', async () => {
    const rows = (count: number, name: string) =>
      Array.from({ length: count }, (_, index) => [`${name}${index}`, knownDiff()] as const);

    const diffs = await ask(async (store) => {
      await store.appendDiffs(REPOSITORY, 0, rows(240, 'a'));
      await store.appendDiffs(REPOSITORY, 240, rows(30, 'ghost'));
      await store.appendDiffs(REPOSITORY, 240, rows(20, 'b'));
      return store.readDiffs(REPOSITORY, 260);
    });

    expect(diffs.size).toBe(260);
    expect([...diffs.keys()].filter((sha) => sha.startsWith('ghost'))).toEqual([]);
  });

  it('does not take a log that is too short for all that was read', async () => {
    await expect(ask((store) => store.readDiffs(REPOSITORY, 1))).rejects.toThrow(
      'The log of diffs of github:acme/payments-api holds 0 of 1.',
    );
  });

  it('keeps answers, whatever a file is called, and the same bytes in any order', async () => {
    const files: [string, { blob: string; mode: string | null } | null | { unreadAt: string }][] = [
      ['__proto__', { blob: BLOB, mode: null }],
      ['constructor', null],
      ['cut', { unreadAt: AT }],
    ];
    const answersOf = (entries: typeof files): PresenceAnswers => ({
      combined: new Map([['a...b', { patchId: null }]]),
      files: new Map([['h1', new Map(entries)]]),
    });

    const before = await ask((store) => store.readAnswers(REPOSITORY));
    await ask((store) => store.saveAnswers(REPOSITORY, answersOf(files)));
    const dump = storage.store.dump();
    const after = await ask((store) => store.readAnswers(REPOSITORY));
    await ask((store) => store.saveAnswers(REPOSITORY, answersOf(files.toReversed())));

    expect(before).toEqual(NO_ANSWERS);
    expect(after).toEqual(
      answersOf([['__proto__', { blob: SHORT, mode: null }], ...files.slice(1)]),
    );
    expect(storage.store.dump()).toBe(dump);
  });
});
