import fc from 'fast-check';

import type { CommitEvidence } from '../../src/domain/evidence/issue-evidence';
import type { PresenceState } from '../../src/domain/lines/line-state';
import type { PromotionCase, RepositoryCase } from '../../src/domain/reasons/promotion-case';
import type { Gap } from '../../src/domain/gap';
import { pullRequestEvidence } from './builders';
import {
  cellsOf,
  changeOn,
  dependenciesOf,
  dependency,
  environmentCell,
  judgement,
  knownTrailersOf,
  lineLife,
  manualStep,
  promotionCase,
  repositoryCase,
} from './promotion-case';

const state = fc.constantFrom<PresenceState>('present', 'adapted', 'absent', 'reverted', 'unknown');
const sha = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(7, 'a'));
const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-05-0${n}T08:00:00Z`);

const paths: fc.Arbitrary<CommitEvidence['paths']> = fc.oneof(
  fc.constant('unread' as const),
  fc.record({
    listed: fc.subarray(['db/1.sql', 'App.mpr', '.env', 'main.tf', 'a.yml', 'yarn.lock', 'x.ts']),
    omitted: fc.constantFrom(0, 3),
  }),
);

const checks: fc.Arbitrary<CommitEvidence['checks']> = fc.oneof(
  fc.constant('not-read' as const),
  fc.array(
    fc.record({
      name: fc.constantFrom('build', 'lint'),
      state: fc.constantFrom(
        'passed' as const,
        'failed' as const,
        'pending' as const,
        'skipped' as const,
        'unknown' as const,
      ),
      url: fc.constant(null),
      at: fc.constant(null),
    }),
    { maxLength: 2 },
  ),
);

const change = fc
  .record({ sha, dev: state, test: state, prod: state, paths, checks, authoredAt: day })
  .chain(({ dev, test, prod, ...more }) =>
    fc
      .record({
        carriesChange: fc.boolean(),
        trailers: fc.constantFrom(
          null,
          knownTrailersOf({ risk: 'high', featureFlags: ['x'] }),
          knownTrailersOf({ risk: 'blocked', manualSteps: ['Restart'] }),
        ),
      })
      .map((flags) => changeOn({ dev, test, prod }, { ...more, ...flags })),
  );

const pullRequest = fc.record({
  number: fc.integer({ min: 1, max: 99 }),
  state: fc.constantFrom('open' as const, 'merged' as const, 'closed' as const),
  baseBranch: fc.constantFrom('develop', 'release/test', 'main'),
  reviewCount: fc.constantFrom(0, 1),
});

const repository = (id: string): fc.Arbitrary<RepositoryCase> =>
  fc
    .record({
      changes: fc.uniqueArray(change, { maxLength: 4, selector: (one) => one.sha }),
      pulls: fc.uniqueArray(pullRequest, { maxLength: 2, selector: (one) => one.number }),
      branchState: fc.constantFrom('read' as const, 'missing' as const, 'unknown' as const),
      deployed: fc.option(fc.constantFrom(0, 1)),
    })
    .map(({ changes, pulls, branchState, deployed }) =>
      repositoryCase({
        repository: id,
        name: id,
        changes,
        pullRequests: pulls.map(pullRequestEvidence),
        cells: cellsOf({
          test: { environments: [environmentCell({ deployed })] },
          prod: { branchState },
        }),
      }),
    );

export const anyGap: fc.Arbitrary<Gap> = fc.record({
  repository: fc.constantFrom('github:acme/a', 'github:acme/b', 'github:acme/other'),
  what: fc.constantFrom('the repository', 'checks', 'commits'),
  why: fc.constant('GitHub was away'),
});

/** Cases of up to two repositories in every state that a reading may leave them in. */
export const anyCase: fc.Arbitrary<PromotionCase> = fc
  .record({
    a: repository('github:acme/a'),
    b: repository('github:acme/b'),
    mode: fc.constantFrom('plan' as const, 'audit' as const),
    gaps: fc.array(anyGap, { maxLength: 2 }),
    category: fc.constantFrom('new' as const, 'done' as const, 'unknown' as const),
    edges: fc.subarray([
      dependency({ key: 'LED-1', status: 'missing' }),
      dependency({ key: 'LED-2', status: 'unresolved' }),
      dependency({ key: null, status: 'hidden' }),
    ]),
    events: fc.subarray([judgement('rejected'), judgement('approved')]),
    manualSteps: fc.subarray([manualStep(), manualStep({ text: 'Other', done: true })]),
  })
  .map(({ a, b, category, edges, events, ...more }) =>
    promotionCase({
      ...more,
      repositories: [a, b],
      status: { name: category, category },
      dependencies: dependenciesOf({ edges }),
      lives: [lineLife({ events })],
    }),
  );
