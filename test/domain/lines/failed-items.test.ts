import { failedItems } from '../../../src/domain/lines/failed-items';
import type { Tick } from '../../../src/domain/reasons/manual-step';
import { confirmId, retestId, testId } from '../../../src/domain/release/check-item-id';
import { tick } from '../../support/judged-bundle';

const TEST = testId('PAY-1');
const CONFIRM = confirmId('PAY-1');
const said = (stepId: string, outcome: 'done' | 'failed' | 'open', hour: number, more = {}): Tick =>
  tick({
    ...{ stepId, outcome, done: outcome === 'done', line: 'test' },
    at: `2026-05-04T${String(hour).padStart(2, '0')}:00:00Z`,
    ...more,
  });

describe('failedItems', () => {
  it.each<{ when: string; words: Tick[]; found: string[] }>([
    { when: 'nobody said anything', words: [], found: [] },
    { when: 'the test failed', words: [said(TEST, 'failed', 9)], found: ['Test on test'] },
    { when: 'the test is done', words: [said(TEST, 'done', 9)], found: [] },
    {
      when: 'the client failed it',
      words: [said(CONFIRM, 'failed', 9)],
      found: ['Confirmation on test'],
    },
    {
      when: 'it failed when it was tested again',
      words: [said(retestId('PAY-1', 'dev'), 'failed', 9)],
      found: ['Test again on dev'],
    },
    {
      when: 'it was done after it had failed',
      words: [said(TEST, 'failed', 9), said(TEST, 'done', 10)],
      found: [],
    },
    {
      when: 'the word was taken back',
      words: [said(TEST, 'failed', 9), said(TEST, 'open', 10)],
      found: [],
    },
    {
      when: 'it failed after it was done, told in any order',
      words: [said(TEST, 'failed', 10), said(TEST, 'done', 9)],
      found: ['Test on test'],
    },
    {
      when: 'QA is content and the client is not',
      words: [said(CONFIRM, 'failed', 9), said(TEST, 'failed', 9), said(TEST, 'done', 10)],
      found: ['Confirmation on test'],
    },
    {
      when: 'it was said when another promotion was looked at',
      words: [said(TEST, 'failed', 9, { line: 'dev' })],
      found: ['Test on dev'],
    },
    {
      when: 'nobody knows what was looked at',
      words: [said(TEST, 'failed', 9, { line: undefined })],
      found: ['Test on uat'],
    },
    { when: 'another thing failed', words: [said('review', 'failed', 9)], found: [] },
    { when: 'another issue failed', words: [said(testId('PAY-2'), 'failed', 9)], found: [] },
  ])('finds $found when $when', ({ words, found }) => {
    const items = failedItems('PAY-1', words, { route: ['dev', 'test', 'uat'], from: 'uat' });

    expect(items.map(({ what, line }) => `${what} on ${line}`)).toEqual(found);
  });

  it('says who, when and why', () => {
    const words = [said(TEST, 'failed', 9, { note: 'the total is wrong' })];

    expect(failedItems('PAY-1', words, { route: [], from: 'test' })).toEqual([
      {
        ...{ line: 'test', at: '2026-05-04T09:00:00Z', by: 'Quinn Tester', what: 'Test' },
        note: 'the total is wrong',
      },
    ]);
  });
});
