import type { GateId } from './gate-id';

/** Who did something, as Jira names them, and when. `at` is ISO 8601, UTC. */
export type Act = { by: string; accountId: string; at: string };

/** Taking an act back: it stays on record, and counts no more. */
export type Revocation = Act & { reason?: string | null };

/**
 * A recorded, expiring exception. It covers the open items that the gate had when it was given; one
 * that comes later is open again. It hides no evidence.
 */
export type Waiver = Act & {
  id: string;
  gate: GateId;
  /** Ids of the gate's items; of one that is about commits also `ID@SHA` for each of them. */
  items: string[];
  reason: string;
  expiresAt: string;
  /** Somebody took it back. */
  revoked: Revocation | null;
};

/** A person's approval of a release for a promotion, bound to the evidence that the person saw. */
export type SignOff = Act & {
  id: string;
  role: string;
  promotion: { from: string; to: string };
  evidenceHash: string;
  note: string | null;
  /** `rejected`: the person looked and says no. */
  decision: 'approved' | 'rejected';
  revoked: Revocation | null;
};

/** From the first to the last. */
export const LIFECYCLE = ['planning', 'development', 'staging', 'validation', 'ship'] as const;
export type LifecycleState = (typeof LIFECYCLE)[number];

export type LifecycleMove = Act & {
  from: LifecycleState;
  to: LifecycleState;
  note: string | null;
  /** The evidence that it was allowed for; `null` in moves from before that was kept. */
  evidenceHash: string | null;
};

/** What people said of a release; nothing is ever taken out, oldest first. */
export type ReleaseActs = {
  waivers: Waiver[];
  signOffs: SignOff[];
  moves: LifecycleMove[];
};

export const NO_ACTS: ReleaseActs = { waivers: [], signOffs: [], moves: [] };
