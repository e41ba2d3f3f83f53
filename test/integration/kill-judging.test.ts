import { join } from 'node:path';

import type { Manifest } from '../../src/domain/manifest/manifest';
import type { ReleaseSetup, ReleaseView } from '../../src/api/contract';
import { makeRepository, push } from '../../dev/bench/make-repository';
import { openSite, type LocalSite } from '../../dev/local-site/open-site';
import type { KillPoint } from '../../dev/runtime/kill-switch';
import {
  openStore,
  type PlatformStore,
  type Records,
  type StoredRecord,
} from '../../dev/runtime/store';
import { readSite, type Site } from '../../dev/site-file/read-site';
import { copyStore } from '../support/copy-store';
import { issue, valueOf, writeTestSite } from '../support/local-site';
import { createTempFolder } from '../support/temp-folder';

/** More than one slice of judging holds. */
const ISSUES = 260;
const CHOICE = { projectKey: 'PAY', version: 'Spring' };
const VERSION = { id: '1', projectId: 1, name: 'Spring', released: false, archived: false };

type Judged = {
  /** Of storage, by the queue. */
  reads: number;
  wasStale: boolean;
  hasFired: boolean;
  view: ReleaseView | ReleaseSetup;
  manifest: Manifest;
};

const POINTS: readonly KillPoint[] = [
  { kind: 'storage-read', nth: 20, phase: 'before' },
  { kind: 'jira-call', nth: 2, phase: 'before' },
  { kind: 'storage-write', nth: 1, phase: 'before' },
  { kind: 'storage-write', nth: 2, phase: 'after' },
  { kind: 'storage-write', nth: 5, phase: 'after' },
  { kind: 'queue-push', nth: 1, phase: 'before' },
  { kind: 'queue-push', nth: 1, phase: 'after' },
];

/** Issues change now and then; Jira knows when, so that what is judged can be held against it. */
const inSpring = (key: string): unknown =>
  issue(key, {
    fixVersions: [{ id: VERSION.id, name: VERSION.name }],
    updated: '2026-05-02T09:00:00.000+0000',
  });

/** Stored judgements, table by table. */
type Compositions = [table: string, records: [string, StoredRecord][]][];

const tablesOf = ({ kv, entities }: PlatformStore): [string, Records][] => [
  ['kv', kv],
  ...entities.entries(),
];

const isComposition = ([key]: readonly [string, StoredRecord]): boolean =>
  key.startsWith('composition:');

const compositionsIn = (store: PlatformStore): Compositions =>
  tablesOf(store).map(([name, table]) => [name, [...table].filter(isComposition)]);

function setCompositions(store: PlatformStore, compositions: Compositions): void {
  for (const [name, table] of tablesOf(store)) {
    for (const [key] of [...table].filter(isComposition)) table.delete(key);
    const kept = compositions.find(([one]) => one === name)?.[1] ?? [];
    for (const [key, record] of kept) table.set(key, record);
  }
}

/** So many that they are not judged while somebody waits. */
const LATE = Array.from({ length: 60 }, (_, index) => `PAY-${index * 4 + 1}`);

describe('the judging of a large release that is killed', () => {
  const git = join(createTempFolder({}), 'large.git');
  /** With all evidence read; and with that judged, and evidence that changed since. */
  let stores: Record<'first' | 'again', PlatformStore>;
  let large: Site;

  beforeAll(async () => {
    makeRepository(git, { commits: 300, issues: ISSUES, ahead: { test: 20, prod: 30 } });
    large = readSite(
      writeTestSite({
        repositories: [{ path: 'acme/large', git }],
        issues: Array.from({ length: ISSUES }, (_, index) => inSpring(`PAY-${index + 1}`)),
        versions: [VERSION],
      }),
    );
    const first = openStore(null);
    await inStore(first, ({ platform }) => platform.drain());
    const again = copyStore(first);
    await inStore(again, judge);
    const judged = compositionsIn(again);
    push(git, `Late fix\n\nRefs: ${LATE.join(', ')}`);
    await inStore(again, async (site) => {
      await valueOf(site, 'refreshIssue', { issueKey: 'PAY-7' });
      await site.platform.drain();
    });
    // Marking the issues has judged them already: back to before.
    setCompositions(first, []);
    setCompositions(again, judged);
    stores = { first, again };
  }, 240_000);

  async function inStore<Answer>(
    store: PlatformStore,
    use: (site: LocalSite) => Promise<Answer>,
  ): Promise<Answer> {
    const site = await openSite(large, { store });
    const answer = await use(site);
    await site.close();
    return answer;
  }

  async function judge(site: LocalSite, point: KillPoint | null = null): Promise<Judged> {
    const before = await valueOf(site, 'openRelease', CHOICE);
    const kill = point && site.platform.killAt(point);
    site.platform.resetStats();
    await site.platform.drain();
    expect(site.platform.deadEvents()).toEqual([]);
    return {
      reads: site.platform.stats().storage.reads,
      wasStale: before.setup === null && before.evidence.progress !== null,
      hasFired: kill?.hasFired() ?? false,
      view: await valueOf(site, 'openRelease', CHOICE),
      manifest: await valueOf(site, 'getRelease', CHOICE),
    };
  }

  /** Judges a copy of what is stored, and dies once on the way. */
  async function judgeCopy(from: PlatformStore, point: KillPoint | null = null) {
    const store = copyStore(from);
    const judged = await inStore(store, (site) => judge(site, point));
    const kept = [...store.kv.keys()].filter((key) => key.startsWith('composition:')).length;
    return { ...judged, kept };
  }

  it('brings a judgement up to date: the same as from nothing, for less', async () => {
    const again = await judgeCopy(stores.again);

    const none = copyStore(stores.again);
    setCompositions(none, []);
    const anew = await judgeCopy(none);

    expect(again.manifest).toEqual(anew.manifest);
    expect(again.reads).toBeLessThan(anew.reads / 2);
  });

  describe.each(['first', 'again'] as const)('%s', (name) => {
    let whole: Awaited<ReturnType<typeof judgeCopy>>;

    beforeAll(async () => {
      whole = await judgeCopy(stores[name]);
    }, 240_000);

    it('has something to judge, and is whole in the end', () => {
      expect(whole.wasStale).toBe(true);
      expect(whole.view).toMatchObject({ evidence: { isStale: false, progress: null } });
      expect(whole.manifest.evidence.gaps).toEqual([]);
      expect(whole.manifest.issues).toHaveLength(ISSUES);
    });

    it.each(POINTS)('leaves the same judgement when it dies $phase $kind $nth', async (point) => {
      const { hasFired, view, manifest, kept } = await judgeCopy(stores[name], point);

      expect(hasFired).toBe(true);
      expect(view).toMatchObject({ evidence: { isStale: false, progress: null } });
      expect(manifest).toEqual(whole.manifest);
      // What a run leaves that is replaced and cannot clear up goes by itself in a month.
      expect(kept).toBeLessThanOrEqual(2 * whole.kept);
    });
  });
});
