import { whoMustAct } from '../../../src/domain/release/who-must-act';
import { judgedBundle, judgedIssue, reason } from '../../support/judged-bundle';
import { manualStep } from '../../support/promotion-case';
import { releaseFacts } from '../../support/release-facts';

describe('whoMustAct', () => {
  it('counts what waits for each, and last what nobody owns', () => {
    const manualSteps = ['One', 'Two'].map((text) => manualStep({ id: text, text, owner: 'Ops' }));
    const facts = releaseFacts({
      bundle: judgedBundle({
        issues: [
          judgedIssue({ manualSteps, reasons: [reason({ code: 'unreviewed', level: 'warning' })] }),
        ],
      }),
      settings: { signOffs: [{ role: 'QA' }], gates: { 'sign-offs': {} } },
    });

    expect(whoMustAct(facts)).toEqual([
      { owner: 'Ops', things: 2, first: 'PAY-1: One (Payments API)' },
      { owner: null, things: 1, first: 'QA has not signed off yet.' },
    ]);
  });
});
