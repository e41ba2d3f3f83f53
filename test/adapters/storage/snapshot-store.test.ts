import { randomBytes } from 'node:crypto';

import { createSnapshotStore } from '../../../src/adapters/storage/snapshot-store';
import { canonicalHash } from '../../../src/domain/canonical';
import type { Manifest } from '../../../src/domain/manifest/manifest';
import type { Snapshot } from '../../../src/domain/release/snapshot';
import type { KillPoint } from '../../../dev/runtime/kill-switch';
import { openForgeStorage, type ForgeStorage } from '../../support/forge-storage';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
} from '../../support/judged-bundle';
import { fullInput, manifestOf } from '../../support/manifest';
import { snapshot } from '../../support/snapshots';

const BUNDLE = 'v-10001';
const LATER = '2026-05-04T11:00:00Z';
const MUCH_LATER = '2026-05-04T13:00:00Z';
const none = () => [];
/** Keeps the newest. */
const keep = (count: number) => (all: readonly Snapshot[]) =>
  all.slice(0, Math.max(0, all.length - count)).map(({ id }) => id);

const take = (id: string, manifest: Manifest, at = '2026-05-04T09:00:00Z') => ({
  snapshot: snapshot({ id, at, hash: canonicalHash(manifest) }),
  manifest,
});

/** A manifest whose text hardly gets smaller. */
const dense = (issues: number, titleBytes = 120): Manifest =>
  manifestOf({
    bundle: judgedBundle({
      issues: Array.from({ length: issues }, (_, index) =>
        judgedIssue({
          key: `PAY-${index + 1}`,
          changes: [
            judgedChanges({
              commits: [
                judgedCommit({
                  sha: randomBytes(20).toString('hex'),
                  title: randomBytes(titleBytes).toString('base64'),
                }),
              ],
            }),
          ],
        }),
      ),
    }),
  });

const large = dense(10, 30_000);

describe('snapshots in storage', () => {
  let storage: ForgeStorage;
  const store = () => createSnapshotStore(storage.forge);
  const add = (taken: ReturnType<typeof take>, toDrop: Parameters<typeof keep>[0] | null = null) =>
    storage.run(() => store().addSnapshot(BUNDLE, taken, toDrop === null ? none : keep(toDrop)));
  const ids = async () =>
    (await storage.run(() => store().listSnapshots(BUNDLE))).map(({ id }) => id);
  const find = (id: string) => storage.run(() => store().findSnapshot(BUNDLE, id));
  const bodies = () => [...storage.store.kv.keys()].sort();

  beforeEach(() => {
    storage = openForgeStorage();
  });
  afterEach(() => {
    storage.remove();
  });

  it('are none before anybody takes one', async () => {
    expect(await ids()).toEqual([]);
    expect(await find('s1')).toBeUndefined();
  });

  it('give back what was kept', async () => {
    const taken = take('s1', manifestOf(fullInput('=1+1 \u202e<script> é😀')));

    await add(taken);

    expect(await find('s1')).toEqual(taken);
  });

  it('are kept by bundle, in the order they were taken', async () => {
    await add(take('s1', manifestOf()));
    await add(take('s2', manifestOf()));

    expect(await ids()).toEqual(['s1', 's2']);
    expect(await storage.run(() => store().listSnapshots('v-2'))).toEqual([]);
  });

  it('are both kept when two people take one at once', async () => {
    await storage.run(() =>
      Promise.all([
        store().addSnapshot(BUNDLE, take('s1', manifestOf()), none),
        store().addSnapshot(BUNDLE, take('s2', manifestOf(fullInput('x'))), none),
      ]),
    );

    expect((await ids()).toSorted()).toEqual(['s1', 's2']);
    expect(await find('s1')).toEqual(take('s1', manifestOf()));
    expect(await find('s2')).toEqual(take('s2', manifestOf(fullInput('x'))));
  });

  it('lose their body with their name when they are dropped', async () => {
    await add(take('s1', manifestOf()));
    await add(take('s2', manifestOf()), 1);

    expect(await ids()).toEqual(['s2']);
    expect(bodies()).toEqual(['snapshot:s2:0']);
  });

  it.each<[string, (body: string) => unknown]>([
    ['is another text', () => 'AAAA'],
    ['has another manifest', () => null],
    ['is cut', (body) => body.slice(0, -8)],
    ['is no text', () => ({ decision: 'SHIP' })],
  ])('are broken when the body %s', async (_, spoil) => {
    await add(take('s1', manifestOf()));
    await storage.run(async () => {
      const body = await storage.forge.kvs.get<string>('snapshot:s1:0');
      const spoilt = spoil(body ?? '');
      if (spoilt === null) {
        await store().addSnapshot('v-2', take('other', manifestOf(fullInput('x'))), none);
        const other = await storage.forge.kvs.get<string>('snapshot:other:0');
        await storage.forge.kvs.set('snapshot:s1:0', other ?? '');
      } else await storage.forge.kvs.set('snapshot:s1:0', spoilt);
    });

    expect((await find('s1'))?.manifest).toBe('broken');
  });

  it('are broken when a part of the body is gone', async () => {
    await add(take('s1', manifestOf()));
    await storage.run(() => storage.forge.kvs.delete('snapshot:s1:0'));

    expect((await find('s1'))?.manifest).toBe('broken');
  });

  it('of 2,000 issues are in values that Forge takes, and come back whole', async () => {
    const taken = take('s1', dense(2000));

    await add(taken);

    expect(bodies().length).toBeGreaterThan(1);
    expect((await find('s1'))?.manifest).toEqual(taken.manifest);
  });

  /** Whether taking s3, which drops s1 and s2, died at that operation; then a fourth is taken. */
  async function diesAt(point: KillPoint): Promise<boolean> {
    storage.remove();
    storage = openForgeStorage();
    await add(take('s1', manifestOf()));
    await add(take('s2', large));
    const taking = () => store().addSnapshot(BUNDLE, take('s3', large, LATER), keep(1));
    const isDead = await storage.runUntilKilled(point, taking).then(
      () => true,
      () => false,
    );
    if (!isDead) return false;
    for (const id of await ids()) expect((await find(id))?.manifest).not.toBe('broken');
    await add(take('s4', manifestOf(), MUCH_LATER), 1);
    return true;
  }

  it.each([
    { kind: 'storage-write', phase: 'before', deaths: 8 },
    { kind: 'storage-write', phase: 'after', deaths: 8 },
    { kind: 'storage-read', phase: 'before', deaths: 4 },
  ] as const)(
    'leave no name without a body, and no body without a name, killed $phase any $kind',
    async ({ kind, phase, deaths }) => {
      let nth = 1;
      while (await diesAt({ kind, nth, phase })) {
        expect([await ids(), bodies()]).toEqual([['s4'], ['snapshot:s4:0']]);
        nth += 1;
      }

      expect(nth - 1).toBe(deaths);
    },
  );
});
