import type { LineLife } from '../../../src/domain/lines/life-event';
import type { LinePlace } from '../../../src/domain/lines/line-place';
import { stageOf } from '../../../src/domain/lines/stage';
import { linePlace, told } from '../../support/line-places';

type Row = { events: string[]; stage: LineLife['stage'] };

function stage(events: string[], reachedBy: LinePlace['reachedBy']): LineLife['stage'] {
  return stageOf(told(...events), [linePlace({ reachedBy })]);
}

describe('stageOf a line with environments', () => {
  it.each<Row>([
    { events: [], stage: null },
    { events: ['8 in-branch a'], stage: 'in-branch' },
    { events: ['8 in-branch a', '9 deploying a qa'], stage: 'in-branch' },
    { events: ['8 in-branch a', '9 deployment-failed a qa'], stage: 'in-branch' },
    { events: ['8 deployment-failed a qa'], stage: null },
    { events: ['8 in-branch a', '9 deployed a qa'], stage: 'deployed' },
    { events: ['9 deployed a qa', '10 in-branch b'], stage: 'deployed' },
    { events: ['9 deployed a qa', '10 rejected QA failed'], stage: 'rejected' },
    { events: ['9 deployed a qa', '10 rejected QA failed', '11 in-branch b'], stage: 'rejected' },
    {
      events: ['9 deployed a qa', '10 rejected QA failed', '11 deployment-failed b qa'],
      stage: 'rejected',
    },
    { events: ['10 rejected QA failed', '11 redeployed b qa'], stage: 'redeployed' },
    { events: ['10 rejected QA failed', '11 approved Approved'], stage: 'approved' },
    { events: ['10 approved Approved', '11 rejected Client rejected'], stage: 'rejected' },
    { events: ['10 approved Approved', '11 in-branch b'], stage: 'approved' },
    { events: ['10 approved Approved', '11 deployed b qa'], stage: 'deployed' },
    { events: ['10 in-branch a', '11 promoted'], stage: 'promoted' },
    { events: ['11 promoted', '12 approved Done'], stage: 'approved' },
  ])('after $events is $stage', ({ events, stage: expected }) => {
    expect(stage(events, 'deployments')).toBe(expected);
  });
});

describe('stageOf after a rollback', () => {
  it.each<Row>([
    { events: ['8 deployed a qa', '9 rolled-back a qa'], stage: null },
    { events: ['7 in-branch a', '8 deployed a qa', '9 rolled-back a qa'], stage: 'in-branch' },
    {
      events: ['7 in-branch a', '8 deployed a qa', '9 approved Done', '10 rolled-back a qa'],
      stage: 'in-branch',
    },
    {
      events: ['8 deployed a b qa', '9 approved Done', '10 rolled-back b qa'],
      stage: 'deployed',
    },
    {
      events: ['8 deployed a qa', '8 deployed a uat', '9 approved Done', '10 rolled-back a qa'],
      stage: 'approved',
    },
    {
      events: ['8 deployed a qa', '9 rejected QA failed', '10 rolled-back a qa'],
      stage: 'rejected',
    },
    {
      events: [
        '8 deployed a qa',
        '9 rejected QA failed',
        '10 redeployed b qa',
        '11 rolled-back b qa',
      ],
      stage: 'rejected',
    },
    {
      events: ['8 deployed a qa', '9 rolled-back a qa', '10 deployed a qa'],
      stage: 'deployed',
    },
  ])('after $events is $stage', ({ events, stage: expected }) => {
    expect(stage(events, 'deployments')).toBe(expected);
  });
});

describe('stageOf a line without environments', () => {
  it.each<Row>([
    { events: ['8 in-branch a', '9 rejected QA failed', '10 in-branch b'], stage: 'in-branch' },
    { events: ['8 in-branch a', '9 approved Done', '10 in-branch b'], stage: 'in-branch' },
    { events: ['8 in-branch a', '9 approved Done'], stage: 'approved' },
  ])('after $events is $stage', ({ events, stage: expected }) => {
    expect(stage(events, 'branch')).toBe(expected);
  });

  it('does not lift a rejection where nobody knows what was deployed', () => {
    expect(stage(['9 rejected QA failed', '10 in-branch b'], 'unread')).toBe('rejected');
  });
});
