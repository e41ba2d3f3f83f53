import { inFixedOrder } from '../../../src/domain/manifest/in-fixed-order';
import {
  judgedBundle,
  judgedChanges,
  judgedCommit,
  judgedIssue,
  judgedPullRequest,
  reason,
} from '../../support/judged-bundle';
import { dependency, edgeSource, manualStep } from '../../support/promotion-case';

const GAPS = [
  { repository: 'github:a/b', what: 'checks', why: 'x' },
  { repository: 'github:a/b', what: 'tags', why: 'x' },
];
const link = (text: string) => ({ text, url: null });

const ORDERED = judgedBundle({
  issues: [
    judgedIssue({
      key: 'PAY-2',
      fixVersions: ['a', 'b'],
      reasons: [
        reason({ code: 'rejected', level: 'blocked' }),
        reason({ code: 'adapted-change', level: 'warning', evidence: [link('a'), link('b')] }),
        reason({ code: 'unreviewed', level: 'warning' }),
      ],
      changes: [
        judgedChanges({
          repository: 'github:a/b',
          commits: [
            judgedCommit({ sha: 'f', authoredAt: '2026-04-01T08:00:00Z' }),
            judgedCommit({ sha: 'a' }),
            judgedCommit({ sha: 'b' }),
          ],
          pullRequests: [judgedPullRequest({ number: 9 }), judgedPullRequest({ number: 10 })],
        }),
        judgedChanges({ repository: 'github:a/c' }),
      ],
      dependencies: [
        dependency({
          key: 'LED-9',
          sources: [edgeSource({ kind: 'jira-link' }), edgeSource({ kind: 'trailer' })],
        }),
        dependency({ key: 'LED-10' }),
      ],
      manualSteps: [manualStep({ text: 'a' }), manualStep({ text: 'b' })],
      gaps: GAPS,
    }),
    judgedIssue({ key: 'PAY-10' }),
  ],
  unreadable: [
    { key: 'PAY-3', why: 'x' },
    { key: 'PAY-20', why: 'x' },
  ],
  unlisted: [
    { key: null, repository: 'github:a/b', shas: ['u'] },
    { key: 'PAY-7', repository: 'github:a/b', shas: ['a', 'b'] },
    { key: 'PAY-7', repository: 'github:a/c', shas: ['c'] },
  ],
  gaps: GAPS,
});

describe('inFixedOrder', () => {
  it('leaves what is in order as it is', () => {
    expect(inFixedOrder(ORDERED)).toEqual(ORDERED);
  });

  it('puts what was read in another order in the same', () => {
    const other = {
      ...ORDERED,
      issues: ORDERED.issues.toReversed().map((issue) => ({
        ...issue,
        fixVersions: issue.fixVersions.toReversed(),
        reasons: issue.reasons
          .toReversed()
          .map((one) => ({ ...one, evidence: one.evidence.toReversed() })),
        changes: issue.changes.toReversed().map((one) => ({
          ...one,
          commits: one.commits.toReversed(),
          pullRequests: one.pullRequests.toReversed(),
        })),
        dependencies: issue.dependencies
          .toReversed()
          .map((one) => ({ ...one, sources: one.sources.toReversed() })),
        manualSteps: issue.manualSteps.toReversed(),
        gaps: issue.gaps.toReversed(),
      })),
      unreadable: ORDERED.unreadable.toReversed(),
      unlisted: ORDERED.unlisted
        .toReversed()
        .map((one) => ({ ...one, shas: one.shas.toReversed() })),
      gaps: ORDERED.gaps.toReversed(),
    };

    expect(inFixedOrder(other)).toEqual(ORDERED);
  });

  it('leaves the lines in the order of the route', () => {
    const [issue] = inFixedOrder(ORDERED).issues;

    expect(issue?.lines.map(({ name }) => name)).toEqual(['dev', 'test', 'prod']);
  });
});
