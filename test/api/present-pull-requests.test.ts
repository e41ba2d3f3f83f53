import { presentPullRequests } from '../../src/api/present-pull-requests';
import { pullRequestEvidence, REPOSITORY, repositoryEvidence } from '../support/builders';

describe('presentPullRequests', () => {
  it('shows open ones first, then the most recently changed, over all repositories', () => {
    const parts = [
      repositoryEvidence({
        pullRequests: [
          pullRequestEvidence({ number: 1, state: 'merged', updatedAt: '2026-05-02T08:00:00Z' }),
          pullRequestEvidence({ number: 2, state: 'open', updatedAt: '2026-05-01T08:00:00Z' }),
          pullRequestEvidence({ number: 3, state: 'closed', updatedAt: '2026-05-03T08:00:00Z' }),
        ],
      }),
      repositoryEvidence({
        repository: 'github:acme/ui',
        pullRequests: [
          pullRequestEvidence({ number: 5, state: 'open', updatedAt: '2026-05-02T08:00:00Z' }),
          pullRequestEvidence({ number: 4, state: 'open', updatedAt: '2026-05-02T08:00:00Z' }),
        ],
      }),
    ];

    expect(presentPullRequests(parts).map(({ number }) => number)).toEqual([4, 5, 2, 3, 1]);
  });

  it('says what the reviews come to, and shows each', () => {
    const reviews = [
      { by: 'bo', state: 'approved', at: '2026-05-01T09:00:00Z', sha: 'a1' } as const,
    ];
    const part = repositoryEvidence({
      pullRequests: [pullRequestEvidence({ reviews, reviewCount: 1, checks: [] })],
    });

    expect(presentPullRequests([part])).toEqual([
      {
        repository: REPOSITORY,
        number: 1,
        title: 'Fix login',
        url: 'https://github.com/acme/payments-api/pull/1',
        state: 'open',
        isDraft: false,
        author: 'ana',
        headBranch: 'fix-login',
        baseBranch: 'develop',
        mergedAt: null,
        updatedAt: '2026-05-01T08:00:00Z',
        review: 'approved',
        reviews,
        checks: [],
      },
    ]);
  });

  it('does not take reviews that were cut for approval', () => {
    const reviews = [
      { by: 'bo', state: 'approved', at: '2026-05-01T09:00:00Z', sha: 'a1' } as const,
    ];
    const part = repositoryEvidence({
      pullRequests: [pullRequestEvidence({ reviews, reviewCount: 2 })],
    });

    expect(presentPullRequests([part])).toMatchObject([{ review: 'unknown', checks: 'not-read' }]);
  });
});
