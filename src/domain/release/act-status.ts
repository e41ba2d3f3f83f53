import type { SignOff, Waiver } from './acts';
import type { ReleaseFacts } from './gates/release-facts';
import { isInForce } from './waivers';

export type WaiverStatus = 'in-force' | 'expired' | 'revoked';
/** `stale`: the evidence changed since. */
export type SignOffStatus = 'in-force' | 'stale' | 'revoked' | 'other-promotion';

export function waiverStatus(waiver: Waiver, now: string): WaiverStatus {
  if (waiver.revoked) return 'revoked';
  return isInForce(waiver, now) ? 'in-force' : 'expired';
}

export function signOffStatus(
  { revoked, promotion: signed, evidenceHash }: SignOff,
  facts: Pick<ReleaseFacts, 'evidenceHash' | 'bundle'>,
): SignOffStatus {
  if (revoked) return 'revoked';
  const { from, to } = facts.bundle.promotion;
  if (signed.from !== from || signed.to !== to) return 'other-promotion';
  return evidenceHash === facts.evidenceHash ? 'in-force' : 'stale';
}
