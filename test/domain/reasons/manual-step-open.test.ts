import { manualStepOpen } from '../../../src/domain/reasons/manual-step-open';
import { itTells, manualStep, promotionCase } from '../../support/promotion-case';

describe('manualStepOpen', () => {
  itTells(manualStepOpen, ['manual-step', 'manual-review'], {
    yes: [
      { when: 'nobody ticked it', facts: promotionCase({ manualSteps: [manualStep()] }) },
      {
        when: 'one of two is ticked',
        facts: promotionCase({ manualSteps: [manualStep({ done: true }), manualStep()] }),
      },
    ],
    no: [
      { when: 'there is none', facts: promotionCase() },
      { when: 'it is ticked', facts: promotionCase({ manualSteps: [manualStep({ done: true })] }) },
    ],
  });

  it('says what to do, where, and who does it', () => {
    const manualSteps = [manualStep({ owner: 'DBA' })];

    expect(manualStepOpen(promotionCase({ manualSteps }))).toMatchObject([
      {
        summary: '1 manual step of PAY-1 is not ticked.',
        evidence: [
          {
            text: 'Payments API: Restart the queue (DBA)',
            url: 'https://github.com/acme/payments-api/commit/a1',
          },
        ],
      },
    ]);
  });
});
