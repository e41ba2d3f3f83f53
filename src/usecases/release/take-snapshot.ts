import { canonicalHash } from '../../domain/canonical';
import {
  missingSnapshots,
  snapshotsToDrop,
  type MissingSnapshot,
  type Snapshot,
  type SnapshotCause,
} from '../../domain/release/snapshot';
import { KEPT_SNAPSHOTS } from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';
import { ProviderError } from '../../ports/provider-error';
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
  ports: Omit<SnapshotPorts, 'asUser'>,
  state: ReleaseState,
  { by, accountId, ...cause }: MissingSnapshot,
): Promise<Snapshot> {
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
  unlessRefused(readRelease(ports, { ...question, isWhole: true }), async (state) => {
    const { accountId, displayName: by } = await ports.asUser.getViewer();
    return takeSnapshot(ports, state, { ...cause, by, accountId });
  });

/**
 * Takes the snapshots of approvals, and of the shipping, that were stopped before theirs was taken. What is
 * not whole was not signed. One that cannot be taken now is taken the next time.
 */
export async function takeMissingSnapshots(
  ports: Omit<SnapshotPorts, 'asUser'>,
  state: ReleaseState,
): Promise<void> {
  const { facts, bundleId, isStale } = state;
  if (isStale || missingSnapshots(facts, []).length === 0) return;
  try {
    const taken = await ports.snapshots.listSnapshots(bundleId);
    for (const missing of missingSnapshots(facts, taken)) {
      await takeSnapshot(ports, state, missing);
    }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}

/** Keeps the manifest of a release as it is now, because somebody asks for it. */
export const createSnapshot = (
  ports: ReleasePorts & SnapshotPorts,
  { note, ...question }: ReleaseQuestion & { note?: string | undefined },
): Promise<Outcome<Snapshot>> =>
  snapshotAfter(ports, question, { why: 'manual', note: note === '' ? null : (note ?? null) });
