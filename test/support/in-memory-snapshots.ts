import type { FoundSnapshot, SnapshotStore } from '../../src/ports/snapshot-store';

/** Snapshots by the id of the bundle. */
export function createInMemorySnapshots(snapshots: Map<string, FoundSnapshot[]>): SnapshotStore {
  const of = (bundleId: string): FoundSnapshot[] => snapshots.get(bundleId) ?? [];
  return {
    listSnapshots: (bundleId) => Promise.resolve(of(bundleId).map(({ snapshot }) => snapshot)),
    findSnapshot: (bundleId, id) =>
      Promise.resolve(of(bundleId).find(({ snapshot }) => snapshot.id === id)),
    addSnapshot: (bundleId, taken, toDrop) => {
      const all = [...of(bundleId), taken];
      const dropped = toDrop(all.map(({ snapshot }) => snapshot));
      snapshots.set(
        bundleId,
        all.filter(({ snapshot }) => !dropped.includes(snapshot.id)),
      );
      return Promise.resolve();
    },
  };
}
