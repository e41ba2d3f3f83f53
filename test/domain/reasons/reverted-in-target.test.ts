import { revertedInTarget } from '../../../src/domain/reasons/reverted-in-target';
import { caseOf, changeOn, itTells } from '../../support/promotion-case';

const onProd = (prod: 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown') =>
  caseOf({ changes: [changeOn({ test: 'present', prod })] });

describe('revertedInTarget', () => {
  itTells(revertedInTarget, ['reverted-in-target', 'manual-review'], {
    yes: [{ when: 'prod has the change and its revert', facts: onProd('reverted') }],
    no: [
      { when: 'prod has it', facts: onProd('present') },
      { when: 'prod has it as adapted', facts: onProd('adapted') },
      { when: 'prod never had it', facts: onProd('absent') },
      { when: 'nobody knows', facts: onProd('unknown') },
      {
        when: 'only test took it away',
        facts: caseOf({ changes: [changeOn({ test: 'reverted' })] }),
      },
    ],
  });

  it('names the revert', () => {
    expect(revertedInTarget(onProd('reverted'))).toMatchObject([
      { evidence: [{ text: 'Payments API a1 PAY-1 Fix login (taken away by f1f1f1f)' }] },
    ]);
  });
});
