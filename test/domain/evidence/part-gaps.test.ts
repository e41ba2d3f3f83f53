import { partGaps } from '../../../src/domain/evidence/part-gaps';
import type { Check } from '../../../src/domain/check';
import type { Review } from '../../../src/domain/pull-request';
import { commitEvidence, pullRequestEvidence, repositoryEvidence } from '../../support/builders';

const check = (why?: string): Check => ({
  name: 'check runs',
  state: 'unknown',
  url: null,
  at: null,
  ...(why !== undefined && { why }),
});
const review = (state: Review['state']): Review => ({ by: 'bo', state, at: null, sha: null });

describe('partGaps', () => {
  it('tells a cause once, whatever the number of commits that it keeps checks of back', () => {
    const commits = [
      commitEvidence({ sha: 'a'.repeat(40), checks: [check('GitHub refused.')] }),
      commitEvidence({ sha: 'b'.repeat(40), checks: [check('GitHub refused.')] }),
    ];

    expect(partGaps([repositoryEvidence({ commits })])).toEqual([
      { repository: 'github:acme/payments-api', what: 'check runs', why: 'GitHub refused.' },
    ]);
  });

  it.each([
    { of: 'an unknown state that the host itself tells', checks: [check()] },
    { of: 'commits that are not followed', checks: 'not-read' as const },
  ])('tells nothing of $of', ({ checks }) => {
    const part = repositoryEvidence({ commits: [commitEvidence({ checks })] });

    expect(partGaps([part])).toEqual([]);
  });

  it.each([
    { state: 'merged', reviews: [], reviewCount: 1, isTold: true },
    { state: 'merged', reviews: [review('commented')], reviewCount: 2, isTold: true },
    { state: 'merged', reviews: [review('approved')], reviewCount: 2, isTold: false },
    { state: 'merged', reviews: [], reviewCount: 0, isTold: false },
    { state: 'open', reviews: [], reviewCount: 1, isTold: false },
  ] as const)(
    'of a pull request that is $state and $reviewCount reviews: $isTold',
    ({ isTold, state, reviewCount, reviews }) => {
      const one = pullRequestEvidence({ number: 7, state, reviewCount, reviews: [...reviews] });

      const gaps = partGaps([repositoryEvidence({ commits: [], pullRequests: [one] })]);

      expect(gaps.map(({ what }) => what)).toEqual(isTold ? ['who approved #7'] : []);
    },
  );
});
