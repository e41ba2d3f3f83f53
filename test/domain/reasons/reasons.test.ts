import fc from 'fast-check';

import { LEVELS } from '../../../src/domain/reasons/reason';
import type { PromotionCase } from '../../../src/domain/reasons/promotion-case';
import { reasons } from '../../../src/domain/reasons/reasons';
import { verdict } from '../../../src/domain/reasons/verdict';
import { anyCase, anyGap } from '../../support/generated-cases';
import {
  arrivedChange,
  caseOf,
  changeOn,
  dependenciesOf,
  dependency,
  judgement,
  knownTrailersOf,
  lineLife,
  promotionCase,
  told,
  travellingChange,
} from '../../support/promotion-case';

const risky = travellingChange({
  paths: { listed: ['config/x.ts', 'db/x.ts'], omitted: 0 },
  trailers: knownTrailersOf({ risk: 'medium' }),
  checks: 'not-read',
});
const done = { name: 'Done', category: 'done' } as const;

describe('reasons', () => {
  it.each<{ when: string; facts: PromotionCase; expected: string[] }>([
    { when: 'one read change travels', facts: promotionCase(), expected: [] },
    {
      when: 'no change is expected',
      facts: promotionCase({ repositories: [], noChangeExpected: 'label no-code' }),
      expected: [],
    },
    {
      when: 'all arrived, in an audit',
      facts: caseOf({ changes: [arrivedChange()] }, { mode: 'audit', status: done }),
      expected: [],
    },
    {
      when: 'the change is on dev only',
      facts: caseOf({ changes: [changeOn({ dev: 'present' })] }),
      expected: ['not-in-source blocked', 'source-behind blocked'],
    },
    {
      when: 'it was taken away from prod, in an audit',
      facts: caseOf(
        { changes: [changeOn({ test: 'present', prod: 'reverted' })] },
        { mode: 'audit' },
      ),
      expected: ['not-arrived blocked', 'reverted-in-target manual-review'],
    },
    {
      when: 'much is the matter',
      facts: caseOf(
        { changes: [risky] },
        {
          dependencies: dependenciesOf({ edges: [dependency({ status: 'missing' })] }),
          lives: [lineLife({ events: [judgement('rejected')], stage: 'rejected' })],
        },
      ),
      expected: [
        'missing-dependency blocked',
        'rejected blocked',
        'evidence-incomplete manual-review',
        'db-change manual-review',
        'risk-declared warning',
        'config-change warning',
      ],
    },
  ])('are $expected when $when', ({ facts, expected }) => {
    expect(told(reasons(facts))).toEqual(expected);
  });

  it('come the worst first, and the verdict is the first of them', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const found = reasons(facts);
        const levels = found.map(({ level }) => LEVELS.indexOf(level));

        expect(levels).toEqual(levels.toSorted((a, b) => b - a));
        expect(verdict(found)).toBe(found[0]?.level ?? 'safe');
      }),
    );
  });

  it('never get better by a gap, and are never safe with one', () => {
    fc.assert(
      fc.property(anyCase, anyGap, (facts, gap) => {
        const before = LEVELS.indexOf(verdict(reasons(facts)));
        const after = verdict(reasons({ ...facts, gaps: [...facts.gaps, gap] }));

        expect(LEVELS.indexOf(after)).toBeGreaterThanOrEqual(
          Math.max(before, LEVELS.indexOf('manual-review')),
        );
      }),
    );
  });

  it('are never safe while nobody knows where a change is', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('dev', 'test', 'prod'), (facts, line) => {
        const [first, ...others] = facts.repositories;
        if (!first) return;
        const repository = { ...first, changes: [changeOn({ [line]: 'unknown' })] };

        const found = reasons({ ...facts, repositories: [repository, ...others] });

        expect(['manual-review', 'blocked']).toContain(verdict(found));
      }),
    );
  });

  it('do not depend on the order of anything', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        expect(reasons(backwards(facts))).toEqual(reasons(facts));
      }),
    );
  });
});

const backwards = (facts: PromotionCase): PromotionCase => ({
  ...facts,
  gaps: facts.gaps.toReversed(),
  manualSteps: facts.manualSteps.toReversed(),
  dependencies: { ...facts.dependencies, edges: facts.dependencies.edges.toReversed() },
  repositories: facts.repositories.toReversed().map((one) => ({
    ...one,
    changes: one.changes.toReversed(),
    pullRequests: one.pullRequests.toReversed(),
    evidence: { ...one.evidence, commits: one.evidence.commits.toReversed() },
  })),
});
