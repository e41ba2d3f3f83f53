import type { LifeEvent } from '../../../src/domain/lines/life-event';
import type { PromotionCase } from '../../../src/domain/reasons/promotion-case';
import { statusNotDone } from '../../../src/domain/reasons/status-not-done';
import { REPOSITORY } from '../../support/builders';
import {
  arrivedChange,
  caseOf,
  changeOn,
  itTells,
  lineLife,
  travellingChange,
} from '../../support/promotion-case';

const arrived = (more: Partial<PromotionCase> = {}) => caseOf({ changes: [arrivedChange()] }, more);

describe('statusNotDone', () => {
  itTells(statusNotDone, ['status-not-done', 'warning'], {
    yes: [
      { when: 'all arrived and it is in progress', facts: arrived() },
      { when: 'it is new', facts: arrived({ status: { name: 'Open', category: 'new' } }) },
      {
        when: 'one arrived as adapted',
        facts: caseOf({ changes: [arrivedChange(), changeOn({ prod: 'adapted' }, { sha: 'a2' })] }),
      },
    ],
    no: [
      { when: 'it is done', facts: arrived({ status: { name: 'Done', category: 'done' } }) },
      {
        when: 'prod is not the last line',
        facts: arrived({ promotion: { from: 'test', to: 'prod', before: [], isToLast: false } }),
      },
      {
        when: 'one has not arrived',
        facts: caseOf({ changes: [arrivedChange(), travellingChange({ sha: 'a2' })] }),
      },
      { when: 'there is no change', facts: caseOf({ changes: [] }) },
      { when: 'nobody knows', facts: caseOf({ changes: [changeOn({ prod: 'unknown' })] }) },
      {
        when: 'nobody knows what the status means',
        facts: arrived({ status: { name: 'Odd', category: 'unknown' } }),
      },
    ],
  });

  it('tells a rollback first', () => {
    const back: LifeEvent = {
      ...{ kind: 'rolled-back', line: 'prod', at: '2026-05-02T08:00:00Z', url: null },
      ...{ repository: REPOSITORY, environment: 'production', sha: 'a0', shas: ['a1'] },
    };

    const [reason] = statusNotDone(
      arrived({ lives: [lineLife({ line: 'prod', events: [back] })] }),
    );

    expect(reason?.summary).toBe(
      'PAY-1 was rolled back on prod: its branch has all changes and production does not run them; its status is In Progress.',
    );
  });
});
