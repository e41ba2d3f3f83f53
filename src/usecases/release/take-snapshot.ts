import { canonicalHash } from '../../domain/manifest/canonical';
import { snapshotsToDrop, type Snapshot, type SnapshotCause } from '../../domain/release/snapshot';
import { KEPT_SNAPSHOTS } from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';
import { unlessRefused, type Outcome } from '../refusal';
import type { ReleaseQuestion } from './judge-release';
import { manifestOf } from './manifest-of';
import { readRelease, type ReleasePorts, type ReleaseState } from './read-release';

export type SnapshotPorts = Pick<Ports, 'asUser' | 'snapshots' | 'now' | 'newId'>;

/**
 * Keeps the manifest of a release as `state` has it. For a sign-off, `state` is read after the sign-off was
 * written, so that it is in the manifest. Older snapshots beyond those that the settings keep are dropped.
 */
async function takeSnapshot(
  ports: SnapshotPorts,
  state: ReleaseState,
  cause: SnapshotCause,
): Promise<Snapshot> {
  const { accountId, displayName: by } = await ports.asUser.getViewer();
  const manifest = manifestOf(state);
  const snapshot: Snapshot = {
    ...{ id: ports.newId(), by, accountId, at: ports.now(), why: cause.why },
    note: cause.why === 'manual' ? cause.note : null,
    signOffId: cause.why === 'sign-off' ? cause.signOffId : null,
    hash: canonicalHash(manifest),
    evidenceHash: manifest.evidence.hash,
    ...{ promotion: manifest.promotion, mode: manifest.mode },
    ...{ decision: manifest.decision, verdict: manifest.verdict, issues: manifest.issues.length },
  };
  const keep = Math.max(...state.settings.map(({ snapshots }) => snapshots.keep));
  const kept = { keep: state.settings.length > 0 ? keep : KEPT_SNAPSHOTS.usual };
  await ports.snapshots.addSnapshot(state.bundleId, { snapshot, manifest }, (all) =>
    snapshotsToDrop(all, { ...kept, acts: state.record.acts }),
  );
  return snapshot;
}

/** Keeps the manifest of a release as it is after something was done with it: that is in it, too. */
export const snapshotAfter = (
  ports: ReleasePorts & SnapshotPorts,
  question: ReleaseQuestion,
  cause: SnapshotCause,
): Promise<Outcome<Snapshot>> =>
  unlessRefused(readRelease(ports, { ...question, isWhole: true }), (state) =>
    takeSnapshot(ports, state, cause),
  );

/** Keeps the manifest of a release as it is now, because somebody asks for it. */
export const createSnapshot = (
  ports: ReleasePorts & SnapshotPorts,
  { note, ...question }: ReleaseQuestion & { note?: string | undefined },
): Promise<Outcome<Snapshot>> =>
  snapshotAfter(ports, question, { why: 'manual', note: note === '' ? null : (note ?? null) });
