import { targetRefMissing } from '../../../src/domain/reasons/target-ref-missing';
import { caseOf, cellsOf, itTells } from '../../support/promotion-case';

describe('targetRefMissing', () => {
  itTells(targetRefMissing, ['target-ref-missing', 'blocked'], {
    yes: [
      {
        when: 'the branch of prod is not there',
        facts: caseOf({ cells: cellsOf({ prod: { branchState: 'missing' } }) }),
      },
    ],
    no: [
      { when: 'the branch is there', facts: caseOf({}) },
      {
        when: 'the branch of test is missing',
        facts: caseOf({ cells: cellsOf({ test: { branchState: 'missing' } }) }),
      },
      {
        when: 'nobody knows the branch',
        facts: caseOf({ cells: cellsOf({ prod: { branchState: 'unknown' } }) }),
      },
    ],
  });
});
