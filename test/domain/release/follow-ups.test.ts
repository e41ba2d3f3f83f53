import { followUps } from '../../../src/domain/release/follow-ups';
import type { ReleaseFacts } from '../../../src/domain/release/gates/release-facts';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  reason,
} from '../../support/judged-bundle';
import { manualStep } from '../../support/promotion-case';
import { factsOf, releaseFacts } from '../../support/release-facts';

const migrating = (number: number) =>
  judgedIssue({
    key: `PAY-${number}`,
    changes: [
      judgedChanges({
        name: 'Ledger schema',
        owner: 'DBA',
        commits: [judgedCommit({ sha: `a${number}` })],
      }),
    ],
    reasons: [
      reason({
        summary: `PAY-${number} changes a database.`,
        evidence: [{ text: `Ledger schema: db/${number}.sql`, url: null }],
        shas: [`a${number}`],
      }),
    ],
  });
const failedCheck = reason({
  code: 'check-failed',
  level: 'blocked',
  summary: 'On test, build failed in Payments API.',
  evidence: [{ text: 'Payments API a1a1a1a: build failed', url: null }],
  shas: ['a1a1a1a1a1'],
});
const told = (facts: ReleaseFacts) =>
  followUps(facts).map(({ priority, title, owner }) => `${priority} ${title} [${owner ?? ''}]`);

describe('followUps', () => {
  it('makes one of the same cause in the same repository', () => {
    expect(told(factsOf(migrating(1), migrating(2), migrating(10)))).toEqual([
      'P1 Review 3 migrations in Ledger schema (PAY-1, PAY-2 and PAY-10) [DBA]',
    ]);
  });

  it('puts failures first, then what waits for people, then what is to be seen', () => {
    const issue = judgedIssue({
      reasons: [
        failedCheck,
        reason({ code: 'unreviewed', level: 'warning', evidence: [{ text: 'x', url: null }] }),
        reason({ code: 'feature-flag', level: 'warning', summary: 'Switch on pay-later.' }),
      ],
      actions: [
        { code: 'check-failed', text: 'Fix build of a1a1a1a.', owner: 'Ana Lima', links: [] },
      ],
      manualSteps: [manualStep({ owner: 'Ops' })],
    });
    const unlisted = [{ key: 'PAY-9', repository: 'github:acme/payments-api', shas: ['c3'] }];
    const facts = releaseFacts({
      bundle: judgedBundle({ issues: [issue], unlisted }),
      settings: { signOffs: [{ role: 'QA' }] },
    });

    expect(told(facts)).toEqual([
      'P0 Repair 1 failed check in Payments API (PAY-1) [Ana Lima]',
      'P1 Do by hand: PAY-1: Restart the queue (Payments API) [Ops]',
      'P1 QA has not signed off yet []',
      'P2 Have reviewed 1 change (PAY-1) []',
      'P2 Look at 1 change outside the release in Payments API (PAY-9) []',
      'P3 Switch on pay-later []',
    ]);
  });

  it('says what to do', () => {
    const issue = judgedIssue({ ...migrating(1), manualSteps: [] });

    expect(followUps(factsOf(issue))).toMatchObject([
      { action: 'PAY-1 changes a database.', gate: 'issues', issueKeys: ['PAY-1'] },
    ]);
  });

  it('asks for nothing that stops nothing before what stops', () => {
    const facts = releaseFacts({
      bundle: judgedBundle({ issues: [migrating(1)] }),
      settings: { gates: { issues: { required: false } } },
    });

    expect(followUps(facts)).toMatchObject([{ priority: 'P2' }]);
  });
});
