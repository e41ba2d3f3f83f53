import type { ChangedSince } from '../../../src/domain/lines/life-event';
import { changedSinceSignOff } from '../../../src/domain/reasons/changed-since-sign-off';
import { REPOSITORY } from '../../support/builders';
import { itTells, lineLife, promotionCase } from '../../support/promotion-case';

const commit = {
  repository: REPOSITORY,
  sha: 'a1',
  title: 'PAY-1 Fix login',
  reachedAt: '2026-05-03T08:00:00Z',
  deployedSince: null,
};
const since = (
  kind: ChangedSince['event']['kind'],
  commits: ChangedSince['commits'] = [commit],
  line = 'test',
) => {
  const event = { kind, at: '2026-05-02T08:00:00Z', by: 'Eva Roth', status: 'Approved' };
  return promotionCase({ lives: [lineLife({ line, changedSince: { event, commits } })] });
};

describe('changedSinceSignOff', () => {
  itTells(changedSinceSignOff, ['changed-since-sign-off', 'manual-review'], {
    yes: [
      { when: 'changes came after the approval', facts: since('approved') },
      { when: 'changes came after the sign-off', facts: since('signed-off') },
      {
        when: 'nobody knows when the change came',
        facts: since('approved', [{ ...commit, reachedAt: null }]),
      },
      {
        when: 'nobody knows the repository',
        facts: since('approved', [{ ...commit, repository: 'github:acme/other' }]),
      },
    ],
    no: [
      { when: 'nothing came after', facts: since('approved', []) },
      { when: 'they came after a rejection', facts: since('rejected') },
      { when: 'they came to another line', facts: since('approved', [commit], 'dev') },
      { when: 'nobody approved, or nobody knows', facts: promotionCase() },
    ],
  });

  it('says who approved, and when the change came', () => {
    expect(changedSinceSignOff(since('approved'))).toMatchObject([
      {
        summary:
          '1 change of PAY-1 on test is not covered by the approval by Eva Roth of 2026-05-02.',
        evidence: [{ text: 'Payments API a1 PAY-1 Fix login (reached test on 2026-05-03)' }],
      },
    ]);
  });
});
