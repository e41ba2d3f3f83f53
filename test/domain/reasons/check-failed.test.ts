import type { CheckState } from '../../../src/domain/check';
import { checkFailed } from '../../../src/domain/reasons/check-failed';
import { caseOf, changeOn, itTells, travellingChange } from '../../support/promotion-case';

const check = (state: CheckState) => [{ name: 'build', state, url: 'https://ci.test/1', at: null }];
const withCheck = (state: CheckState) =>
  caseOf({ changes: [travellingChange({ checks: check(state) })] });

describe('checkFailed', () => {
  itTells(checkFailed, ['check-failed', 'blocked'], {
    yes: [{ when: 'the check failed', facts: withCheck('failed') }],
    no: [
      { when: 'it passed', facts: withCheck('passed') },
      { when: 'it was skipped', facts: withCheck('skipped') },
      { when: 'it still runs', facts: withCheck('pending') },
      { when: 'nobody knows', facts: withCheck('unknown') },
      {
        when: 'checks were not read',
        facts: caseOf({ changes: [travellingChange({ checks: 'not-read' })] }),
      },
      {
        when: 'the commit is not on test',
        facts: caseOf({ changes: [changeOn({ dev: 'present' }, { checks: check('failed') })] }),
      },
      {
        when: 'another check is required, and passed',
        facts: caseOf(
          {
            changes: [
              travellingChange({
                checks: [
                  ...check('failed'),
                  { name: 'lint', state: 'passed', url: null, at: null },
                ],
              }),
            ],
          },
          { settings: { requiredChecks: ['lint'], requireReviews: false, route: [] } },
        ),
      },
    ],
  });

  it('links the check', () => {
    expect(checkFailed(withCheck('failed'))).toMatchObject([
      {
        summary: 'On test, build failed in Payments API.',
        evidence: [{ text: 'Payments API a1: build failed', url: 'https://ci.test/1' }],
      },
    ]);
  });
});
