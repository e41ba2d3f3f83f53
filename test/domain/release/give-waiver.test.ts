import { giveWaiver } from '../../../src/domain/release/give-waiver';
import { gateOf } from '../../../src/domain/release/gates';
import { judgedIssue, reason } from '../../support/judged-bundle';
import { factsOf } from '../../support/release-facts';

const facts = factsOf(judgedIssue({ reasons: [reason({ shas: ['a1'] })] }));
const input = {
  gate: 'issues',
  reason: ' The client knows ',
  expiresAt: '2026-05-05T12:00:00Z',
  by: { by: 'Rosa', accountId: 'rosa' },
} as const;

describe('giveWaiver', () => {
  it('covers what is open now', () => {
    const answer = giveWaiver(facts, input);

    if (answer.kind !== 'given') throw new Error(answer.reason);
    const acts = { ...facts.acts, waivers: [answer.waiver] };
    expect(answer.waiver).toMatchObject({
      reason: 'The client knows',
      by: 'Rosa',
      at: '2026-05-04T12:00:00Z',
      expiresAt: '2026-05-05T12:00:00.000Z',
      revoked: null,
    });
    expect(gateOf('issues', { ...facts, acts }).status).toBe('waived');
  });

  it.each([
    [{ gate: 'freeze' }, 'Freeze has nothing open: there is nothing to waive.'],
    [{ reason: '  ' }, 'A waiver needs a reason.'],
    [{ expiresAt: '2026-05-04T12:00:00Z' }, 'A waiver must run out in the future.'],
    [{ expiresAt: 'soon' }, 'A waiver must run out in the future.'],
    [{ expiresAt: '2026-08-02T12:00:01Z' }, 'A waiver runs 90 days at most.'],
  ] as const)('refuses %j', (more, reason) => {
    expect(giveWaiver(facts, { ...input, ...more })).toEqual({ kind: 'refused', reason });
  });

  it('may run 90 days', () => {
    expect(giveWaiver(facts, { ...input, expiresAt: '2026-08-02T12:00:00Z' }).kind).toBe('given');
  });
});
