import { adaptedChange } from '../../../src/domain/reasons/adapted-change';
import { caseOf, changeOn, itTells } from '../../support/promotion-case';

const onProd = (prod: 'present' | 'adapted' | 'absent' | 'unknown') =>
  caseOf({ changes: [changeOn({ test: 'present', prod })] });

describe('adaptedChange', () => {
  itTells(adaptedChange, ['adapted-change', 'warning'], {
    yes: [{ when: 'prod has it as adapted', facts: onProd('adapted') }],
    no: [
      { when: 'prod has it', facts: onProd('present') },
      { when: 'prod does not have it', facts: onProd('absent') },
      { when: 'nobody knows', facts: onProd('unknown') },
      {
        when: 'only test has it as adapted',
        facts: caseOf({ changes: [changeOn({ test: 'adapted' })] }),
      },
    ],
  });

  it('names the commit that holds it', () => {
    expect(adaptedChange(onProd('adapted'))).toMatchObject([
      { evidence: [{ text: 'Payments API a1 PAY-1 Fix login (as e1e1e1e)' }] },
    ]);
  });
});
