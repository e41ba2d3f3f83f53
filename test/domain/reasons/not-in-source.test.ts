import { notInSource } from '../../../src/domain/reasons/not-in-source';
import {
  caseOf,
  changeOn,
  itTells,
  promotionCase,
  repositoryCase,
} from '../../support/promotion-case';

describe('notInSource', () => {
  itTells(notInSource, ['not-in-source', 'blocked'], {
    yes: [
      { when: 'the change is on no line', facts: caseOf({ changes: [changeOn({})] }) },
      { when: 'it is on dev only', facts: caseOf({ changes: [changeOn({ dev: 'present' })] }) },
      {
        when: 'it was reverted there',
        facts: caseOf({ changes: [changeOn({ test: 'reverted' })] }),
      },
    ],
    no: [
      { when: 'the change is there', facts: caseOf({}) },
      {
        when: 'it is there as adapted',
        facts: caseOf({ changes: [changeOn({ test: 'adapted' })] }),
      },
      {
        when: 'one of two is there',
        facts: caseOf({ changes: [changeOn({}), changeOn({ test: 'present' }, { sha: 'a2' })] }),
      },
      {
        when: 'that of another repository is there',
        facts: promotionCase({
          repositories: [repositoryCase({ changes: [changeOn({})] }), repositoryCase()],
        }),
      },
      { when: 'there is no change', facts: caseOf({ changes: [] }) },
      {
        when: 'the only commit is empty',
        facts: caseOf({ changes: [changeOn({}, { carriesChange: false })] }),
      },
      { when: 'nobody knows', facts: caseOf({ changes: [changeOn({ test: 'unknown' })] }) },
      {
        when: 'one is not there and nobody knows of the other',
        facts: caseOf({ changes: [changeOn({}), changeOn({ test: 'unknown' }, { sha: 'a2' })] }),
      },
      {
        when: 'the repository is on no line',
        facts: caseOf({ cells: [], changes: [changeOn({})] }),
      },
    ],
  });
});
