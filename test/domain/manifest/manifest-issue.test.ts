import { manifestIssue } from '../../../src/domain/manifest/manifest-issue';
import { judgedChanges, judgedIssue, judgedPullRequest, reason } from '../../support/judged-bundle';
import { dependency, manualStep } from '../../support/promotion-case';

it('tells an issue under the published names', () => {
  const issue = judgedIssue({
    verdict: 'manual-review',
    reasons: [reason({ shas: ['a1'] })],
    changes: [
      judgedChanges({ pullRequests: [judgedPullRequest()] }),
      judgedChanges({ repository: 'github:acme/empty', commits: [] }),
    ],
    dependencies: [dependency()],
    manualSteps: [manualStep()],
  });

  expect(manifestIssue(issue)).toEqual({
    key: 'PAY-1',
    summary: 'Fix login',
    type: 'Story',
    status: 'In Progress',
    verdict: 'manual-review',
    reasons: [
      {
        code: 'db-change',
        level: 'manual-review',
        summary: 'PAY-1 changes a database.',
        evidence: ['Payments API: db/1.sql'],
      },
    ],
    changes: [
      {
        repository: 'github:acme/payments-api',
        commits: [
          {
            sha: 'a1a1a1a1a1',
            title: 'PAY-1 Fix login',
            author: 'Ana Lima',
            authoredAt: '2026-05-01T08:00:00Z',
            source: 'title',
            presence: {
              dev: { state: 'present', by: 'ancestor', as: null },
              test: { state: 'present', by: 'ancestor', as: null },
              prod: { state: 'absent', by: null, as: null },
            },
          },
        ],
      },
    ],
    pullRequests: [
      {
        repository: 'github:acme/payments-api',
        number: 1,
        title: 'Fix login',
        url: 'https://github.com/acme/payments-api/pull/1',
        state: 'merged',
      },
    ],
    toPromote: [{ repository: 'github:acme/payments-api', sha: 'a1a1a1a1a1' }],
    dependencies: [{ key: 'LED-3', status: 'satisfied', sources: ['depends on'] }],
    lines: [
      { name: 'dev', state: 'all', basis: 'branches', changedSince: [] },
      { name: 'test', state: 'all', basis: 'branches', changedSince: [] },
      { name: 'prod', state: 'none', basis: 'branches', changedSince: [] },
    ],
    manualSteps: [
      { id: 'step-1', text: 'Restart the queue', owner: null, done: false, by: null, at: null },
    ],
  });
});
