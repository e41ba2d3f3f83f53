import type { CheckState } from '../../../src/domain/check';
import { checkPending } from '../../../src/domain/reasons/check-pending';
import { caseOf, itTells, travellingChange } from '../../support/promotion-case';

const withCheck = (state: CheckState, required: 'all' | string[] = 'all') =>
  caseOf(
    { changes: [travellingChange({ checks: [{ name: 'build', state, url: null, at: null }] })] },
    { settings: { requiredChecks: required, requireReviews: false, route: [] } },
  );

describe('checkPending', () => {
  itTells(checkPending, ['check-pending', 'warning'], {
    yes: [
      { when: 'the check still runs', facts: withCheck('pending') },
      { when: 'a required check is not there', facts: withCheck('passed', ['build', 'e2e']) },
    ],
    no: [
      { when: 'it passed', facts: withCheck('passed') },
      { when: 'it failed', facts: withCheck('failed') },
      { when: 'nobody knows', facts: withCheck('unknown') },
      {
        when: 'checks were not read',
        facts: caseOf({ changes: [travellingChange({ checks: 'not-read' })] }),
      },
    ],
  });
});
