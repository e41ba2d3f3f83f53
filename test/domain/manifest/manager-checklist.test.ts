import { managerChecklist } from '../../../src/domain/manifest/manager-checklist';
import type { JudgedBundle, JudgedIssue } from '../../../src/domain/release/judged-issue';
import { judgedBundle, judgedIssue, reason, rollbackPoint } from '../../support/judged-bundle';
import { manualStep } from '../../support/promotion-case';

const of = (issue: Partial<JudgedIssue>, bundle: Partial<JudgedBundle> = {}) =>
  managerChecklist(judgedBundle({ issues: [judgedIssue(issue)], rollback: [], ...bundle }));
const told = (...asked: Parameters<typeof of>) =>
  of(...asked).map(({ kind, text }) => `${kind}: ${text}`);

const FREEZE = 'release: Check that no freeze window covers the promotion to prod.';

describe('managerChecklist', () => {
  it('has a review of each reason that a person must look at', () => {
    const reasons = [
      reason({ shas: ['a1'] }),
      reason({ code: 'config-change', level: 'warning' }),
      reason({ code: 'rejected', level: 'blocked' }),
      reason({ code: 'manual-step' }),
    ];
    const actions = [{ code: 'db-change', owner: 'dba', text: 'Look', links: [] }];
    const [review, ...others] = of({ reasons, actions });

    expect(review).toEqual({
      id: '03693b24f6c63c9e',
      audience: 'releaseManager',
      kind: 'review',
      issueKey: 'PAY-1',
      repository: null,
      owner: 'dba',
      text: 'PAY-1: PAY-1 changes a database. Look at it and decide.',
      shas: ['a1'],
      links: [
        {
          text: 'Payments API: db/1.sql',
          url: 'https://github.com/acme/payments-api/commit/a1a1a1a1a1',
        },
      ],
    });
    expect(others.map(({ text }) => `release: ${text}`)).toEqual([FREEZE]);
  });

  it('has manual steps under their own id', () => {
    const [step] = of({ manualSteps: [manualStep({ id: 'step-9', owner: 'ops', shas: ['a1'] })] });

    expect(step).toMatchObject({
      id: 'step-9',
      kind: 'manual-step',
      issueKey: 'PAY-1',
      owner: 'ops',
      text: 'PAY-1, by hand in Payments API: Restart the queue',
      shas: ['a1'],
    });
  });

  it('has the flags to switch', () => {
    const flag = reason({ code: 'feature-flag', level: 'warning', summary: 'Flags: x.' });

    expect(told({ reasons: [flag] })).toEqual(['release: PAY-1: Flags: x.', FREEZE]);
  });

  it('has the order of promotion, and another item for another order', () => {
    const order = { repositories: ['github:a/b', 'github:a/c'], issues: ['PAY-1'], cycles: [] };
    const other = { ...order, repositories: order.repositories.toReversed() };

    expect(told({}, { order })[0]).toBe('release: Promote to prod in this order: a/b, a/c.');
    expect(told({}, { order: { ...order, cycles: [['PAY-1', 'PAY-2']] } })[0]).toBe(
      'release: Promote to prod in this order: a/b, a/c. PAY-1 and PAY-2 go together.',
    );
    expect(of({}, { order })[0]?.id).not.toBe(of({}, { order: other })[0]?.id);
  });

  it('has the way back, and what nobody knows of it', () => {
    const rollback = [rollbackPoint(), rollbackPoint({ name: 'Ledger', backTo: null })];
    const [item] = of({}, { rollback });

    expect(item?.text).toBe(
      'Know how to go back on prod, in 2 places. Nobody knows what Ledger runs: find it out.',
    );
    expect(item?.shas).toEqual(['f0f0f0f0f0']);
  });

  it('has what would travel with it and is not in the release', () => {
    const unlisted = [
      { key: 'PAY-7', repository: 'github:a/b', shas: ['u1', 'u2'] },
      { key: null, repository: 'github:a/b', shas: ['u3'] },
    ];
    const items = of({}, { unlisted });

    expect(items.map(({ text, shas }) => ({ text, shas })).slice(0, 2)).toEqual([
      {
        text: 'Look at 2 changes in a/b of PAY-7: not in this release, and would travel with it.',
        shas: ['u1', 'u2'],
      },
      {
        text: 'Look at 1 change in a/b of no issue: not in this release, and would travel with it.',
        shas: ['u3'],
      },
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(3);
  });
});
