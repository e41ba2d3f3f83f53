import { targetBehindBaseline } from '../../../src/domain/reasons/target-behind-baseline';
import { caseOf, itTells } from '../../support/promotion-case';

const missing = [{ issueKey: 'PAY-9', sha: 'b1b1b1b1b1' }];

describe('targetBehindBaseline', () => {
  itTells(targetBehindBaseline, ['target-behind-baseline', 'blocked'], {
    yes: [
      {
        when: 'prod lacks what was released',
        facts: caseOf({ baseline: { version: '1.4', missing } }),
      },
    ],
    no: [
      {
        when: 'prod has all of it',
        facts: caseOf({ baseline: { version: '1.4', missing: [] } }),
      },
      { when: 'there is no such bundle, or nobody knows', facts: caseOf({ baseline: null }) },
    ],
  });

  it('says which commit of which issue', () => {
    expect(targetBehindBaseline(caseOf({ baseline: { version: '1.4', missing } }))).toMatchObject([
      {
        summary: 'prod lacks changes in Payments API that were released before.',
        evidence: [
          {
            text: 'Payments API b1b1b1b, released with 1.4',
            url: 'https://github.com/acme/payments-api/commit/b1b1b1b1b1',
          },
        ],
      },
    ]);
  });
});
