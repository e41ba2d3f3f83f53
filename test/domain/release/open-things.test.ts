import { gatesOf } from '../../../src/domain/release/gates';
import { openThings } from '../../../src/domain/release/open-things';
import { judgedIssue, reason } from '../../support/judged-bundle';
import { manualStep } from '../../support/promotion-case';
import { factsOf } from '../../support/release-facts';

describe('openThings', () => {
  it('tells a cause that two gates know once, by the first of them', () => {
    const facts = factsOf(
      judgedIssue({
        reasons: [
          reason({ code: 'manual-step', summary: '1 manual step of PAY-1 is not ticked.' }),
          reason({ code: 'check-failed', level: 'blocked' }),
        ],
        manualSteps: [manualStep()],
      }),
    );

    expect(
      openThings(facts, gatesOf(facts)).map(({ code, gate }) => `${gate ?? ''} ${code}`),
    ).toEqual(['issues check-failed', 'manual-steps manual-step']);
  });
});
