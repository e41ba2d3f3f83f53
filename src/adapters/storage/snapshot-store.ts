import type { FoundSnapshot, SnapshotStore } from '../../ports/snapshot-store';
import { snapshotKey, snapshotsKey } from './keys';
import { createLockedRecords, type KvsModule, type LockedRecords } from './locked-records';
import { fromBodyParts, toBodyParts } from './snapshot-body';
import { dropSnapshots, nameSnapshot, toDelete, withLoose, withoutLoose } from './snapshot-names';
import { StoredSnapshots } from './snapshot-schema';

/**
 * Snapshots: the body in parts under keys of its own, and one record for each release that names them,
 * under optimistic locking. A body is told as loose first, then written, then named; one that is dropped is
 * made loose first, then deleted. So a kill in between leaves no name without its body, and the next
 * snapshot of the release deletes what is loose.
 *
 * Limits: 240 KiB a value, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createSnapshotStore(forge: KvsModule): SnapshotStore {
  const records = createLockedRecords(forge, 'shared-record');
  return {
    async listSnapshots(bundleId) {
      const { snapshots } = await readNames(records, bundleId);
      return snapshots.map(({ snapshot }) => snapshot);
    },
    async findSnapshot(bundleId, id) {
      const found = await readSnapshot(forge, records, { bundleId, id });
      if (found?.manifest !== 'broken') return found;
      const { snapshots } = await readNames(records, bundleId);
      return snapshots.some(({ snapshot }) => snapshot.id === id) ? found : undefined;
    },
    async addSnapshot(bundleId, { snapshot, manifest }, toDrop) {
      const change = changer(records, bundleId);
      const body = toBodyParts(manifest);
      const { id, at } = snapshot;
      await change((names) => withLoose(names, { id, parts: body.length, since: at }));
      for (const [part, text] of body.entries()) await forge.kvs.set(snapshotKey(id, part), text);
      await change((names) =>
        dropSnapshots(nameSnapshot(names, { snapshot, parts: body.length }), toDrop),
      );
      await deleteLoose(forge, records, { bundleId, now: at });
    },
  };
}

async function readNames(records: LockedRecords, bundleId: string): Promise<StoredSnapshots> {
  const key = snapshotsKey(bundleId);
  return toNames((await records.read([key])).get(key));
}

type Change = (names: StoredSnapshots) => StoredSnapshots;

const changer =
  (records: LockedRecords, bundleId: string) =>
  (change: Change): Promise<void> =>
    records.change([snapshotsKey(bundleId)], (_, current) => change(toNames(current)));

const toNames = (stored: unknown): StoredSnapshots =>
  stored === undefined ? { v: 1, snapshots: [], loose: [] } : StoredSnapshots.parse(stored);

async function readSnapshot(
  { kvs }: KvsModule,
  records: LockedRecords,
  { bundleId, id }: { bundleId: string; id: string },
): Promise<FoundSnapshot | undefined> {
  const { snapshots } = await readNames(records, bundleId);
  const named = snapshots.find(({ snapshot }) => snapshot.id === id);
  if (!named) return undefined;
  const { snapshot, parts } = named;
  const body = await Promise.all(keysOf(id, parts).map((key) => kvs.get<unknown>(key)));
  return { snapshot, manifest: fromBodyParts(body, snapshot.hash) };
}

async function deleteLoose(
  { kvs }: KvsModule,
  records: LockedRecords,
  { bundleId, now }: { bundleId: string; now: string },
): Promise<void> {
  const loose = toDelete(await readNames(records, bundleId), now);
  if (loose.length === 0) return;
  for (const key of loose.flatMap(({ id, parts }) => keysOf(id, parts))) await kvs.delete(key);
  await changer(records, bundleId)((names) => withoutLoose(names, loose));
}

const keysOf = (id: string, parts: number): string[] =>
  Array.from({ length: parts }, (_, part) => snapshotKey(id, part));
