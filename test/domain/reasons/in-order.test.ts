import { inOrder } from '../../../src/domain/reasons/in-order';
import { repositoryEvidence } from '../../support/builders';
import {
  dependenciesOf,
  dependency,
  manualStep,
  mergedPullRequest,
  promotionCase,
  repositoryCase,
  travellingChange,
} from '../../support/promotion-case';

describe('inOrder', () => {
  it('puts everything in an order of its own', () => {
    const later = travellingChange({ sha: 'a2', authoredAt: '2026-05-02T08:00:00Z' });
    const changes = [later, travellingChange({ sha: 'b1' }), travellingChange()];
    const ordered = inOrder(
      promotionCase({
        repositories: [
          repositoryCase({
            repository: 'github:b/b',
            changes,
            evidence: repositoryEvidence({ commits: changes }),
            pullRequests: [mergedPullRequest({ number: 7 }), mergedPullRequest({ number: 3 })],
          }),
          repositoryCase({ repository: 'github:a/a' }),
        ],
        gaps: ['b', 'a'].map((what) => ({ repository: 'x', what, why: '' })),
        manualSteps: ['b', 'a'].map((text) => manualStep({ text })),
        dependencies: dependenciesOf({
          edges: ['B-1', 'A-1'].map((key) => dependency({ key })),
          cycles: [['B-1'], ['A-1']],
          conflicts: ['B-1', 'A-1'].map((one) => ({ one, other: 'C-1', sources: [] })),
        }),
      }),
    );

    const [first, second] = ordered.repositories;
    expect([first?.repository, second?.repository]).toEqual(['github:a/a', 'github:b/b']);
    expect(second?.changes.map(({ sha }) => sha)).toEqual(['a1', 'b1', 'a2']);
    expect(second?.evidence.commits.map(({ sha }) => sha)).toEqual(['a1', 'b1', 'a2']);
    expect(second?.pullRequests.map(({ number }) => number)).toEqual([3, 7]);
    expect(ordered.gaps.map(({ what }) => what)).toEqual(['a', 'b']);
    expect(ordered.manualSteps.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(ordered.dependencies.edges.map(({ key }) => key)).toEqual(['A-1', 'B-1']);
    expect(ordered.dependencies.cycles).toEqual([['A-1'], ['B-1']]);
    expect(ordered.dependencies.conflicts.map(({ one }) => one)).toEqual(['A-1', 'B-1']);
  });
});
