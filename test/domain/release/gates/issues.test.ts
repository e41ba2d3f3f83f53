import { blockedItems, issuesGate } from '../../../../src/domain/release/gates/issues';
import type { CheckItem } from '../../../../src/domain/release/check-item';
import { reviewId } from '../../../../src/domain/release/review-id';
import type { Reason } from '../../../../src/domain/reasons/reason';
import { judgedBundle, judgedChanges, judgedIssue, reason } from '../../../support/judged-bundle';
import { checkItem, releaseFacts } from '../../../support/release-facts';

const migration = reason({ shas: ['a1a1a1a1a1'] });
const step = reason({ code: 'manual-step', summary: '1 manual step of PAY-1 is not ticked.' });
const blocked = reason({ code: 'not-in-source', level: 'blocked', summary: 'No change is there.' });

const withReasons = (reasons: Reason[], ...items: CheckItem[]) =>
  releaseFacts({ bundle: judgedBundle({ issues: [judgedIssue({ reasons })] }), items });
const review = (of: Reason, state: CheckItem['state'], more: Partial<CheckItem> = {}) =>
  checkItem({ id: reviewId('PAY-1', of), state, ...more });
const word = {
  by: 'Quinn Tester',
  accountId: 'quinn',
  at: '2026-05-04T09:00:00Z',
  outcome: 'failed' as const,
  note: 'drops a column',
};

describe('issuesGate', () => {
  it.each([
    { when: 'nothing is against it', facts: withReasons([]), open: [] },
    {
      when: 'it only warns',
      facts: withReasons([reason({ level: 'warning' })]),
      open: [],
    },
    { when: 'nobody looked', facts: withReasons([migration]), open: ['db-change'] },
    {
      when: 'the look is open',
      facts: withReasons([migration], review(migration, 'open')),
      open: ['db-change'],
    },
    {
      when: 'somebody looked',
      facts: withReasons([migration], review(migration, 'done')),
      open: [],
    },
    {
      when: 'somebody looked and found it wrong',
      facts: withReasons([migration], review(migration, 'failed', { word })),
      open: ['check-item-failed'],
    },
    {
      when: 'somebody looked at something else',
      facts: withReasons([migration], review(step, 'done')),
      open: ['db-change'],
    },
    {
      when: 'the item is no look',
      facts: withReasons([migration], review(migration, 'done', { kind: 'test' })),
      open: ['db-change'],
    },
    {
      when: 'a step by hand is only looked at',
      facts: withReasons([step], review(step, 'done')),
      open: ['manual-step'],
    },
    {
      when: 'it is blocked, whoever looked',
      facts: withReasons([blocked], review(blocked, 'done')),
      open: ['not-in-source'],
    },
    {
      when: 'a test was failed',
      facts: withReasons([], checkItem({ kind: 'test', state: 'failed', word })),
      open: ['check-item-failed'],
    },
    {
      when: 'a test was failed and the issue says that it was rejected',
      facts: withReasons(
        [reason({ code: 'rejected', level: 'blocked' })],
        checkItem({ kind: 'test', state: 'failed', word }),
      ),
      open: ['rejected'],
    },
    {
      when: 'an item of the whole release was failed',
      facts: withReasons([], checkItem({ kind: 'release', issueKey: null, state: 'failed' })),
      open: ['check-item-failed'],
    },
  ])('$open is open when $when', ({ facts, open }) => {
    expect(issuesGate(facts).open.map(({ code }) => code)).toEqual(open);
  });

  it('names the issue, the cause and the owner of the repository', () => {
    const changes = [judgedChanges({ owner: 'Team Blue' })];
    const issue = judgedIssue({ changes, reasons: [migration, blocked] });

    const { open, summary, progress } = issuesGate(
      releaseFacts({ bundle: judgedBundle({ issues: [judgedIssue({ key: 'PAY-2' }), issue] }) }),
    );

    expect(open).toMatchObject([
      { text: 'PAY-1: No change is there.', owner: null, issueKey: 'PAY-1' },
      { text: 'PAY-1 changes a database.', owner: 'Team Blue', shas: ['a1a1a1a1a1'] },
    ]);
    expect(summary).toBe('1 of 2 issues may go. PAY-1: No change is there.');
    expect(progress).toEqual({ done: 1, of: 2 });
  });

  it('says who failed an item, and why', () => {
    const facts = withReasons([], checkItem({ kind: 'test', state: 'failed', word }));

    expect(issuesGate(facts).open[0]?.text).toBe(
      'PAY-1: “Look at the migration” was failed by Quinn Tester: drops a column',
    );
  });
});

describe('blockedItems', () => {
  it('leaves out what a look can answer', () => {
    const facts = withReasons([migration, blocked]);

    expect(blockedItems(facts).map(({ code }) => code)).toEqual(['not-in-source']);
  });
});
