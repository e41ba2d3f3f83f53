import type { Level } from '../reasons/reason';
import { signOffStatus } from './act-status';
import type { Act, ReleaseActs } from './acts';
import type { ReleaseFacts } from './gates/release-facts';

/** Why a snapshot was taken: somebody asked for it, signed the release off, or it was shipped. */
export const SNAPSHOT_CAUSES = ['manual', 'sign-off', 'shipped'] as const;

export type SnapshotCause =
  | { why: 'manual'; note: string | null }
  | { why: 'sign-off'; signOffId: string }
  | { why: 'shipped' };

/** A manifest that was kept as it was, without the manifest. Nothing of it ever changes. */
export type Snapshot = Act & {
  id: string;
  why: SnapshotCause['why'];
  note: string | null;
  /** The sign-off that it belongs to. */
  signOffId: string | null;
  /** sha256 of the canonical manifest, 64 hex digits. */
  hash: string;
  evidenceHash: string;
  promotion: { from: string; to: string };
  mode: 'plan' | 'audit';
  decision: 'SHIP' | 'NO-SHIP';
  verdict: Level;
  issues: number;
};

type SignedOff = Pick<ReleaseActs, 'signOffs'>;

/**
 * Ids of the snapshots that are one too many, oldest first. Those of a sign-off in force are always kept.
 * `snapshots` are in the order they were taken.
 */
export function snapshotsToDrop(
  snapshots: readonly Pick<Snapshot, 'id' | 'signOffId'>[],
  { keep, acts }: { keep: number; acts: SignedOff },
): string[] {
  const inForce = new Set(
    acts.signOffs.filter(({ revoked }) => revoked === null).map(({ id }) => id),
  );
  return snapshots
    .slice(0, Math.max(0, snapshots.length - keep))
    .filter(({ signOffId }) => signOffId === null || !inForce.has(signOffId))
    .map(({ id }) => id);
}

/** Longer than whoever signs or ships waits for the snapshot that follows. */
const UNDER_WAY_MS = 60_000;

export type MissingSnapshot = SnapshotCause & Pick<Act, 'by' | 'accountId'>;

/**
 * Snapshots of approvals and of the shipping of what there is now that were not taken: whoever did it was
 * stopped between the two. One of evidence that is gone cannot be made good.
 */
export function missingSnapshots(
  facts: Pick<ReleaseFacts, 'acts' | 'bundle' | 'evidenceHash' | 'now'>,
  snapshots: readonly Pick<Snapshot, 'signOffId' | 'why' | 'at'>[],
): MissingSnapshot[] {
  const kept = new Set(snapshots.map(({ signOffId }) => signOffId));
  const isOver = ({ at }: Act): boolean => Date.parse(facts.now) - Date.parse(at) > UNDER_WAY_MS;
  const signed = facts.acts.signOffs.filter(
    (one) =>
      one.decision === 'approved' &&
      signOffStatus(one, facts) === 'in-force' &&
      !kept.has(one.id) &&
      isOver(one),
  );
  const shipped = facts.acts.moves
    .slice(-1)
    .filter((one) => one.to === 'ship' && one.evidenceHash === facts.evidenceHash && isOver(one))
    .filter(({ at }) => !snapshots.some(isOfShipping(at)));
  return [
    ...signed.map(({ id, ...person }) => ({
      why: 'sign-off' as const,
      signOffId: id,
      ...whoOf(person),
    })),
    ...shipped.map((move) => ({ why: 'shipped' as const, ...whoOf(move) })),
  ];
}

const whoOf = ({ by, accountId }: Pick<Act, 'by' | 'accountId'>) => ({ by, accountId });

const isOfShipping =
  (shippedAt: string) =>
  ({ why, at }: Pick<Snapshot, 'why' | 'at'>): boolean =>
    why === 'shipped' && Date.parse(at) >= Date.parse(shippedAt);
