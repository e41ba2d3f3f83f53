import { featureFlag } from '../../../src/domain/reasons/feature-flag';
import {
  arrivedChange,
  caseOf,
  changeOn,
  itTells,
  knownTrailersOf,
  mergedPullRequest,
  travellingChange,
} from '../../support/promotion-case';

const trailers = knownTrailersOf({ featureFlags: ['new-login'] });

describe('featureFlag', () => {
  itTells(featureFlag, ['feature-flag', 'warning'], {
    yes: [
      { when: 'a commit names one', facts: caseOf({ changes: [travellingChange({ trailers })] }) },
      {
        when: 'a pull request names one',
        facts: caseOf({ pullRequests: [mergedPullRequest({ trailers })] }),
      },
      {
        when: 'nobody knows whether the change arrived',
        facts: caseOf({ changes: [changeOn({ prod: 'unknown' }, { trailers })] }),
      },
    ],
    no: [
      { when: 'none is named', facts: caseOf({}) },
      { when: 'it has arrived', facts: caseOf({ changes: [arrivedChange({ trailers })] }) },
    ],
  });

  it('names the flags', () => {
    expect(featureFlag(caseOf({ changes: [travellingChange({ trailers })] }))).toMatchObject([
      {
        summary: 'Feature flags to switch: new-login.',
        evidence: [{ text: 'Payments API a1 PAY-1 Fix login (flag new-login)' }],
      },
    ]);
  });
});
