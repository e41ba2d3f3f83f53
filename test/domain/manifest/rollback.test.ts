import { rollbackSteps } from '../../../src/domain/manifest/rollback';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  reason,
  rollbackPoint,
} from '../../support/judged-bundle';
import { manualStep } from '../../support/promotion-case';

const LEDGER = 'github:acme/ledger';
const API = 'github:acme/payments-api';

const TWO = [
  judgedChanges(),
  judgedChanges({ repository: LEDGER, name: 'Ledger', commits: [judgedCommit({ sha: 'b1' })] }),
];

describe('rollbackSteps', () => {
  it('go back in the reverse order of promotion, what has no place in it last', () => {
    const points = ['github:acme/z', API, 'github:acme/a', LEDGER].map((repository) =>
      rollbackPoint({ repository }),
    );
    const order = { repositories: [LEDGER, API], issues: [], cycles: [] };
    const steps = rollbackSteps(judgedBundle({ rollback: points, order }));

    expect(steps.map(({ repository }) => repository)).toEqual([
      API,
      LEDGER,
      'github:acme/a',
      'github:acme/z',
    ]);
  });

  it.each([
    { when: 'it is known', point: rollbackPoint(), note: 'Back to head of main.' },
    {
      when: 'nobody knows it',
      point: rollbackPoint({ backTo: null }),
      note: 'Nobody knows what Payments API runs on prod: find it out before you promote.',
    },
  ])('say where to when $when', ({ point, note }) => {
    const [step] = rollbackSteps(judgedBundle({ rollback: [point] }));

    expect(step).toEqual({ repository: API, line: 'prod', backTo: point.backTo, note });
  });

  it('say what does not go back, where it is', () => {
    const issue = judgedIssue({
      changes: TWO,
      reasons: [
        reason({ shas: ['b1'] }),
        reason({ code: 'feature-flag', level: 'warning', shas: ['a1a1a1a1a1'] }),
      ],
      manualSteps: [manualStep({ repository: LEDGER, text: 'Stop the queue' })],
    });
    const steps = rollbackSteps(judgedBundle({ issues: [issue] }));

    expect(steps.map(({ repository, note }) => [repository, note])).toEqual([
      [
        LEDGER,
        'Back to head of main. Changes of the database by PAY-1 do not go back by themselves. Undo by hand, if it was done for PAY-1: Stop the queue.',
      ],
      [API, 'Back to head of main. Switch the flags of PAY-1 back.'],
    ]);
  });

  it('say it of every repository of the issue when a reason names no commit', () => {
    const issue = judgedIssue({ changes: TWO, reasons: [reason()] });
    const steps = rollbackSteps(
      judgedBundle({
        issues: [issue],
        rollback: [API, LEDGER, 'github:acme/other'].map((repository) =>
          rollbackPoint({ repository }),
        ),
      }),
    );

    expect(steps.map(({ note }) => note.includes('database'))).toEqual([true, true, false]);
  });
});
