import { digestOf } from '../digest';
import type { SignOff } from './acts';

/** A sign-off as it is recorded; of the same person, on the same at the same moment there is one. */
export function newSignOff({
  promotion: { from, to },
  ...said
}: Omit<SignOff, 'id' | 'revoked'>): SignOff {
  const { role, accountId, at, evidenceHash, decision } = said;
  const id = digestOf(['sign-off', role, from, to, accountId, at, evidenceHash, decision]);
  return { id, ...said, promotion: { from, to }, revoked: null };
}
