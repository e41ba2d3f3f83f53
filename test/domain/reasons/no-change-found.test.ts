import { noChangeFound } from '../../../src/domain/reasons/no-change-found';
import { caseOf, changeOn, itTells, promotionCase } from '../../support/promotion-case';

describe('noChangeFound', () => {
  itTells(noChangeFound, ['no-change-found', 'manual-review'], {
    yes: [
      { when: 'no repository knows the issue', facts: promotionCase({ repositories: [] }) },
      { when: 'the repository has none', facts: caseOf({ changes: [] }) },
      {
        when: 'its only commit is empty',
        facts: caseOf({ changes: [changeOn({}, { carriesChange: false })] }),
      },
      {
        when: 'something was not read',
        facts: promotionCase({
          repositories: [],
          gaps: [{ repository: 'github:acme/portal-ui', what: 'commits', why: 'GitHub was away' }],
        }),
      },
    ],
    no: [
      { when: 'there is a change', facts: promotionCase() },
      {
        when: 'nobody knows where it is',
        facts: caseOf({ changes: [changeOn({ dev: 'unknown' })] }),
      },
      {
        when: 'none is expected',
        facts: promotionCase({ repositories: [], noChangeExpected: 'label no-code' }),
      },
    ],
  });
});
