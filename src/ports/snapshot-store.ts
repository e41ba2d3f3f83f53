import type { Manifest } from '../domain/manifest/manifest';
import type { Snapshot } from '../domain/release/snapshot';

/** `broken`: what is stored is not the whole manifest that its hash names. */
export type FoundSnapshot = { snapshot: Snapshot; manifest: Manifest | 'broken' };

/** Snapshots of releases, by the id of the bundle. */
export type SnapshotStore = {
  /** In the order they were taken. */
  listSnapshots(bundleId: string): Promise<Snapshot[]>;
  /** `undefined` when it was never taken or is dropped. */
  findSnapshot(bundleId: string, id: string): Promise<FoundSnapshot | undefined>;
  /**
   * Keeps a snapshot and then drops those that `toDrop` names of all of them. `toDrop` may run more than
   * once.
   */
  addSnapshot(
    bundleId: string,
    taken: { snapshot: Snapshot; manifest: Manifest },
    toDrop: (all: readonly Snapshot[]) => string[],
  ): Promise<void>;
};
