import type { SignOff, Waiver } from '../../../src/domain/release/acts';
import { signOffStatus, waiverStatus } from '../../../src/domain/release/act-status';
import { signOff, waiver } from '../../support/judged-bundle';
import { releaseFacts } from '../../support/release-facts';

const revoked = { by: 'Rosa', accountId: 'rosa', at: '2026-05-04T10:00:00Z' };

describe('waiverStatus', () => {
  it.each<{ more: Partial<Waiver>; status: string }>([
    { more: {}, status: 'in-force' },
    { more: { expiresAt: '2026-05-04T12:00:00Z' }, status: 'expired' },
    { more: { revoked }, status: 'revoked' },
    { more: { revoked, expiresAt: '2026-05-04T12:00:00Z' }, status: 'revoked' },
  ])('is $status of $more', ({ more, status }) => {
    expect(waiverStatus(waiver(more), '2026-05-04T12:00:00Z')).toBe(status);
  });
});

describe('signOffStatus', () => {
  it.each<{ more: Partial<SignOff>; status: string }>([
    { more: {}, status: 'in-force' },
    { more: { decision: 'rejected' }, status: 'in-force' },
    { more: { evidenceHash: 'hash-0' }, status: 'stale' },
    { more: { revoked }, status: 'revoked' },
    { more: { evidenceHash: 'hash-0', revoked }, status: 'revoked' },
    { more: { promotion: { from: 'dev', to: 'test' } }, status: 'other-promotion' },
  ])('is $status of $more', ({ more, status }) => {
    expect(signOffStatus(signOff(more), releaseFacts({ evidenceHash: 'hash-1' }))).toBe(status);
  });
});
