import { notArrived } from '../../../src/domain/reasons/not-arrived';
import { caseOf, cellsOf, changeOn, itTells, travellingChange } from '../../support/promotion-case';

type State = 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown';
const audit = (prod: State) =>
  caseOf({ changes: [changeOn({ test: 'present', prod })] }, { mode: 'audit' });

describe('notArrived', () => {
  itTells(notArrived, ['not-arrived', 'blocked'], {
    yes: [
      { when: 'a change is absent', facts: audit('absent') },
      { when: 'it was taken away again', facts: audit('reverted') },
      { when: 'nobody knows', facts: audit('unknown') },
      {
        when: 'the branch is not there',
        facts: caseOf({ cells: cellsOf({ prod: { branchState: 'missing' } }) }, { mode: 'audit' }),
      },
      { when: 'the repository is on no line', facts: caseOf({ cells: [] }, { mode: 'audit' }) },
    ],
    no: [
      { when: 'it is there', facts: audit('present') },
      { when: 'it is there as adapted', facts: audit('adapted') },
      { when: 'a plan is asked for', facts: caseOf({}) },
      { when: 'there is no change', facts: caseOf({ changes: [] }, { mode: 'audit' }) },
      {
        when: 'the commit is empty',
        facts: caseOf({ changes: [travellingChange({ carriesChange: false })] }, { mode: 'audit' }),
      },
    ],
  });
});
