import { qaChecklist } from '../../../src/domain/manifest/qa-checklist';
import {
  arrivedCommit,
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  judgedLine,
  reason,
} from '../../support/judged-bundle';
import type { JudgedIssue } from '../../../src/domain/release/judged-issue';

const of = (issue: Partial<JudgedIssue>, mode: 'plan' | 'audit' = 'plan') =>
  qaChecklist(judgedBundle({ mode, issues: [judgedIssue(issue)] }));
const told = (issue: Partial<JudgedIssue>, mode: 'plan' | 'audit' = 'plan') =>
  of(issue, mode).map(({ kind, text }) => `${kind}: ${text}`);

const LEDGER = judgedChanges({
  repository: 'github:acme/ledger',
  name: 'Ledger',
  commits: [judgedCommit({ sha: 'b1' }), judgedCommit({ sha: 'b2' })],
});
const ARRIVED = [judgedChanges({ commits: [arrivedCommit()] })];

describe('qaChecklist', () => {
  it.each([
    {
      when: 'changes travel',
      issue: { changes: [judgedChanges(), LEDGER] },
      mode: 'plan' as const,
      items: [
        'test: Test PAY-1 Fix login on test: Payments API (1 change) and Ledger (2 changes).',
      ],
    },
    { when: 'nothing travels', issue: { changes: ARRIVED }, mode: 'plan' as const, items: [] },
    {
      when: 'it travelled and is audited',
      issue: { changes: ARRIVED },
      mode: 'audit' as const,
      items: ['test: Test PAY-1 Fix login on prod: Payments API (1 change).'],
    },
    { when: 'there is no change', issue: { changes: [] }, mode: 'audit' as const, items: [] },
  ])('has a test when $when: $items', ({ issue, mode, items }) => {
    expect(told(issue, mode)).toEqual(items);
  });

  it.each([
    {
      since: { kind: 'rejected' as const, by: 'Eva Roth', at: '2026-05-02T08:00:00Z', status: 'x' },
      text: 'Test PAY-1 again on test: 1 change since the rejection by Eva Roth of 2026-05-02.',
    },
    {
      since: { kind: 'approved' as const, by: null, at: '2026-05-02T08:00:00Z', status: 'x' },
      text: 'Test PAY-1 again on test: 1 change since the approval of 2026-05-02.',
    },
    {
      since: undefined,
      text: 'Test PAY-1 again on test: 1 change since the last rejection, approval or sign-off.',
    },
  ])('has a retest of what changed: $text', ({ since, text }) => {
    const line = judgedLine({ changedSince: ['a1a1a1a1a1'], ...(since && { since }) });
    const [, retest] = of({ lines: [judgedLine({ name: 'dev' }), line] });

    expect(retest).toMatchObject({
      kind: 'retest',
      text,
      shas: ['a1a1a1a1a1'],
      links: [
        {
          text: 'Payments API a1a1a1a PAY-1 Fix login',
          url: 'https://github.com/acme/payments-api/commit/a1a1a1a1a1',
        },
      ],
    });
  });

  it.each([
    ['db-change', 'note: PAY-1: It is so. Test with data of before the change, too.'],
    [
      'mendix-model',
      'note: PAY-1: It is so. A model does not show what changed: test what its pages do.',
    ],
    ['config-change', 'note: PAY-1: It is so. Test with the configuration of this line.'],
    ['feature-flag', 'note: PAY-1: It is so. Test with the flag on and off.'],
    [
      'adapted-change',
      'note: PAY-1: It is so. The change is there in another form than it was tested in.',
    ],
    ['unreviewed', undefined],
    ['constructor', undefined],
  ])('warns a tester of %s: %s', (code, text) => {
    expect(told({ reasons: [reason({ code, summary: 'It is so.' })] })[1]).toBe(text);
  });

  it('has each note of a repository once, for all issues that touch it', () => {
    const noted = (sha: string) => [
      judgedChanges({
        notes: ['Try an old card'],
        owner: 'team-pay',
        commits: [judgedCommit({ sha })],
      }),
    ];
    const items = qaChecklist(
      judgedBundle({
        issues: [
          judgedIssue({ key: 'PAY-1', changes: noted('a1') }),
          judgedIssue({ key: 'PAY-2', changes: noted('a2') }),
        ],
      }),
    );

    expect(items.filter(({ kind }) => kind === 'note')).toEqual([
      {
        id: '4a38b2b510b448f7',
        audience: 'qa',
        kind: 'note',
        issueKey: null,
        repository: 'github:acme/payments-api',
        owner: 'team-pay',
        text: 'Payments API: Try an old card',
        shas: ['a1', 'a2'],
        links: [],
      },
    ]);
  });

  it('keeps ids while commits, titles and wording change', () => {
    const ids = (title: string, sha: string, summary: string) =>
      of({
        summary: title,
        changes: [judgedChanges({ notes: ['Try'], commits: [judgedCommit({ sha })] })],
        reasons: [reason({ summary })],
        lines: [judgedLine({ changedSince: [sha] })],
      }).map(({ id }) => id);

    expect(ids('Fix login', 'a1', 'One.')).toEqual(ids('Fix the login', 'b2', 'Two.'));
    expect(new Set(ids('Fix login', 'a1', 'One.')).size).toBe(4);
  });
});
