import { bundleId } from '../../domain/release/bundle-id';
import type { Manifest } from '../../domain/manifest/manifest';
import type { Snapshot } from '../../domain/release/snapshot';
import type { Ports } from '../../ports/ports';
import { isRefusal, refuse, unlessRefused, type Outcome } from '../refusal';
import { findScope, type ScopeQuestion } from './find-scope';
import { maskForViewer } from './mask-for-viewer';

type SnapshotPorts = Pick<Ports, 'asUser' | 'asApp' | 'snapshots'>;

/** Snapshots of a release, the newest first. */
export const listSnapshots = (
  ports: SnapshotPorts,
  question: ScopeQuestion,
): Promise<Outcome<Snapshot[]>> =>
  unlessRefused(findScope(ports, question), async ({ scope }) =>
    (await ports.snapshots.listSnapshots(bundleId(scope))).toReversed(),
  );

/** A snapshot with its manifest as it was kept, for nobody's eyes yet. */
const findSnapshot = (
  ports: SnapshotPorts,
  { id, ...question }: ScopeQuestion & { id: string },
): Promise<Outcome<{ snapshot: Snapshot; manifest: Manifest }>> =>
  unlessRefused(findScope(ports, question), ({ scope }) => snapshotOf(ports, bundleId(scope), id));

/** As `findSnapshot`, of a bundle that the viewer may open. */
export async function snapshotOf(
  ports: Pick<Ports, 'snapshots'>,
  bundle: string,
  id: string,
): Promise<Outcome<{ snapshot: Snapshot; manifest: Manifest }>> {
  const found = await ports.snapshots.findSnapshot(bundle, id);
  if (!found) {
    return refuse('not-found', 'The release has no such snapshot any more. Reload the list.');
  }
  const { snapshot, manifest } = found;
  if (manifest !== 'broken') return { snapshot, manifest };
  const message = `The snapshot of ${snapshot.at} is broken: what is stored is not what its hash ${snapshot.hash.slice(0, 12)} was taken of. It is not shown. Compare with another one.`;
  return refuse('conflict', message);
}

/** A snapshot as the viewer may see it. */
export async function getSnapshot(
  ports: SnapshotPorts,
  question: ScopeQuestion & { id: string },
): Promise<Outcome<{ snapshot: Snapshot; manifest: Manifest }>> {
  const found = await findSnapshot(ports, question);
  if (isRefusal(found)) return found;
  const [manifest = found.manifest] = await maskForViewer(ports, [found.manifest]);
  return { snapshot: found.snapshot, manifest };
}
