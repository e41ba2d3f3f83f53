import type { Snapshot } from '../../src/domain/release/snapshot';

/** Taken by hand of a release that ships. */
export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  id: 's1',
  by: 'Ana Lima',
  accountId: 'ana',
  at: '2026-05-04T09:00:00Z',
  why: 'manual',
  note: null,
  signOffId: null,
  hash: '0'.repeat(64),
  evidenceHash: 'e'.repeat(64),
  promotion: { from: 'test', to: 'prod' },
  mode: 'plan',
  decision: 'SHIP',
  verdict: 'safe',
  issues: 1,
  ...more,
});
