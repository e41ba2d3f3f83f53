import type { PromotionCase } from '../../../src/domain/reasons/promotion-case';
import type { Reason } from '../../../src/domain/reasons/reason';
import { reasons } from '../../../src/domain/reasons/reasons';
import { isReviewable, reviewId } from '../../../src/domain/release/review-id';
import { pullRequestEvidence } from '../../support/builders';
import {
  caseOf,
  changeOn,
  dependenciesOf,
  dependency,
  edgeSource,
  knownTrailersOf,
  promotionCase,
  travellingChange,
} from '../../support/promotion-case';

const sqlOf = (...shas: string[]) =>
  shas.map((sha) => travellingChange({ sha, paths: { listed: ['db/1.sql'], omitted: 0 } }));
const risky = (sha: string) =>
  travellingChange({ sha, trailers: knownTrailersOf({ risk: 'high' }) });
const open = (headSha: string) =>
  pullRequestEvidence({ headSha, state: 'open', baseBranch: 'release/test' });
const cycles = (...found: string[][]) =>
  promotionCase({ dependencies: dependenciesOf({ cycles: found }) });
const conflict = (other: string, text: string) => ({
  one: 'LED-3',
  other,
  sources: [edgeSource({ text })],
});
const conflicts = (...found: ReturnType<typeof conflict>[]) =>
  promotionCase({ dependencies: dependenciesOf({ conflicts: found }) });
const gap = (what: string, why: string) =>
  promotionCase({ gaps: [{ repository: 'github:acme/payments-api', what, why }] });
const needing = (key: string, summary: string) =>
  promotionCase({
    dependencies: dependenciesOf({ edges: [dependency({ key, summary, status: 'missing' })] }),
  });

const find = (facts: PromotionCase, code: string): Reason => {
  const found = reasons(facts).find((one) => one.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe('reviewId', () => {
  it.each<{ code: string; when: string; before: PromotionCase; after: PromotionCase }>([
    {
      code: 'db-change',
      when: 'another commit touches the same file',
      before: caseOf({ changes: sqlOf('a1') }),
      after: caseOf({ changes: sqlOf('a1', 'b2') }),
    },
    {
      code: 'risk-declared',
      when: 'another commit declares one',
      before: caseOf({ changes: [risky('a1')] }),
      after: caseOf({ changes: [risky('a1'), risky('b2')] }),
    },
    {
      code: 'open-pull-request',
      when: 'it is pushed to',
      before: caseOf({ pullRequests: [open('a1')] }),
      after: caseOf({ pullRequests: [open('b2')] }),
    },
    {
      code: 'reverted-in-target',
      when: 'another change is reverted',
      before: caseOf({ changes: [changeOn({ prod: 'reverted' })] }),
      after: caseOf({
        changes: [
          changeOn({ prod: 'reverted' }),
          changeOn({ prod: 'reverted' }, { sha: 'b2', title: 'PAY-1 Two' }),
        ],
      }),
    },
  ])('$code stays when $when, and its commits tell', ({ code, before, after }) => {
    const [one, two] = [find(before, code), find(after, code)];

    expect(reviewId('PAY-1', two)).toBe(reviewId('PAY-1', one));
    expect(two.shas).toContain('b2');
    expect(one.shas).not.toContain('b2');
  });

  it.each<{ code: string; when: string; one: PromotionCase; two: PromotionCase }>([
    {
      code: 'edge-conflict',
      when: 'a source is worded differently',
      one: conflicts(conflict('LED-4', 'blocks')),
      two: conflicts(conflict('LED-4', 'is blocked by')),
    },
    {
      code: 'edge-conflict',
      when: 'conflicts come in another order',
      one: conflicts(conflict('LED-4', 'x'), conflict('LED-5', 'y')),
      two: conflicts(conflict('LED-5', 'y'), conflict('LED-4', 'x')),
    },
    {
      code: 'evidence-incomplete',
      when: 'the host gives another reason',
      one: gap('checks', 'GitHub answered 502'),
      two: gap('checks', 'GitHub answered 503'),
    },
    {
      code: 'missing-dependency',
      when: 'the other issue is renamed',
      one: needing('LED-3', 'Table'),
      two: needing('LED-3', 'New table'),
    },
  ])('$code stays when $when', ({ code, one, two }) => {
    expect(reviewId('PAY-1', find(two, code))).toBe(reviewId('PAY-1', find(one, code)));
  });

  it.each<{ code: string; when: string; one: PromotionCase; two: PromotionCase }>([
    {
      code: 'dependency-cycle',
      when: 'there is another cycle',
      one: cycles(['LED-3', 'PAY-1']),
      two: cycles(['LED-3', 'PAY-1'], ['PAY-1', 'PAY-2']),
    },
    {
      code: 'edge-conflict',
      when: 'another pair contradicts',
      one: conflicts(conflict('LED-4', 'x')),
      two: conflicts(conflict('LED-5', 'x')),
    },
    {
      code: 'evidence-incomplete',
      when: 'something else could not be read',
      one: gap('checks', 'GitHub answered 502'),
      two: gap('commits of main', 'GitHub answered 502'),
    },
  ])('$code is another one when $when', ({ code, one, two }) => {
    expect(reviewId('PAY-1', find(two, code))).not.toBe(reviewId('PAY-1', find(one, code)));
  });

  it('belongs to one issue and one code', () => {
    const reason = find(caseOf({ changes: sqlOf('a1') }), 'db-change');

    expect(reviewId('PAY-2', reason)).not.toBe(reviewId('PAY-1', reason));
    expect(reviewId('PAY-1', { ...reason, code: 'x' })).not.toBe(reviewId('PAY-1', reason));
  });
});

describe('isReviewable', () => {
  it.each([
    ['db-change', 'manual-review', true],
    ['manual-step', 'manual-review', false],
    ['db-change', 'blocked', false],
    ['adapted-change', 'warning', false],
  ] as const)('%s at %s: %s', (code, level, expected) => {
    expect(isReviewable({ code, level })).toBe(expected);
  });
});
