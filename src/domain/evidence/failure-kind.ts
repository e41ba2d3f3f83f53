/** Why a host did not give what it was asked for. */
export type FailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'egress-blocked'
  | 'unexpected-answer';
