import { mergeParts, newestFirst } from '../../../src/domain/evidence/merge-parts';
import {
  commitEvidence,
  issueEvidence,
  pullRequestEvidence,
  REPOSITORY,
  repositoryEvidence,
} from '../../support/builders';

const commit = (sha: string, day: number) =>
  commitEvidence({ sha, authoredAt: `2026-05-0${day}T08:00:00Z` });
const shas = (commits: readonly { sha: string }[] = []) => commits.map(({ sha }) => sha);

const UNLINKED = {
  sha: 'u1',
  title: 'PAY-1 OLD-7 Fix',
  by: 'Bo Chen',
  at: '2026-05-03T08:00:00Z',
  reason: 'another login',
};

/** PAY-1 was OLD-7. */
function merged(now: object, before: object) {
  const documents = [
    issueEvidence([repositoryEvidence(now)]),
    issueEvidence([repositoryEvidence(before)], { issueKey: 'OLD-7' }),
  ];
  const [both] = mergeParts(documents, ['PAY-1', 'OLD-7']);
  return both;
}

describe('mergeParts', () => {
  it('says that a part cannot be read whichever document holds it', () => {
    expect(merged({ isOutdated: true }, {})?.isOutdated).toBe(true);
    expect(merged({}, { isOutdated: true })?.isOutdated).toBe(true);
    expect(merged({}, {})?.isOutdated).toBeUndefined();
  });

  it('takes documents of the given keys only, by repository', () => {
    const documents = [
      issueEvidence([
        repositoryEvidence({ repository: 'github:acme/ui' }),
        repositoryEvidence({ repository: 'github:acme/api' }),
      ]),
      issueEvidence([repositoryEvidence({ repository: 'github:acme/db' })], { issueKey: 'PAY-2' }),
    ];

    expect(mergeParts(documents, ['PAY-1']).map(({ repository }) => repository)).toEqual([
      'github:acme/api',
      'github:acme/ui',
    ]);
  });

  it('counts a commit that names both keys once, newest first', () => {
    const both = merged(
      { commits: [commit('c', 3), commit('a', 1)], omitted: 2 },
      { commits: [commit('c', 3), commit('b', 2)], omitted: 1 },
    );

    expect(both).toMatchObject({ repository: REPOSITORY, omitted: 3 });
    expect(shas(both?.commits)).toEqual(['c', 'b', 'a']);
  });

  it('does not list as a mention what is a change under the other key', () => {
    const both = merged(
      { commits: [commit('a', 1)], mentions: [commit('b', 2), commit('c', 3)] },
      { commits: [commit('b', 2)], mentions: [commit('a', 1), commit('d', 4)] },
    );

    expect(shas(both?.commits)).toEqual(['b', 'a']);
    expect(shas(both?.mentions)).toEqual(['d', 'c']);
  });

  it('joins what one deployment changed for both keys, oldest first', () => {
    const deployment = {
      environment: 'qa',
      sha: 'q1',
      state: 'success' as const,
      url: null,
      tookAway: [],
    };
    const of = (id: string, day: number, ...brought: string[]) => ({
      ...deployment,
      id,
      at: `2026-05-0${day}T08:00:00Z`,
      holds: brought,
      brought,
    });

    const both = merged(
      { deployments: [of('2', 2, 'a')] },
      { deployments: [of('1', 1, 'b'), of('2', 2, 'b', 'a')] },
    );

    expect(both?.deployments).toEqual([of('1', 1, 'b'), of('2', 2, 'a', 'b')]);
  });

  it('lists a pull request, and a commit that was taken away, once', () => {
    const part = { pullRequests: [pullRequestEvidence({ number: 1 })], unlinked: [UNLINKED] };
    const more = { pullRequests: [1, 2].map((number) => pullRequestEvidence({ number })) };

    const both = merged(part, { ...more, unlinked: [UNLINKED] });

    expect(both?.pullRequests.map(({ number }) => number)).toEqual([1, 2]);
    expect(both?.unlinked).toEqual([UNLINKED]);
  });
});

describe('newestFirst', () => {
  it('goes by the instant, then by sha', () => {
    const commits = [
      { sha: 'c', authoredAt: '2026-05-01T08:00:00Z' },
      { sha: 'a', authoredAt: '2026-05-01T08:00:00Z' },
      { sha: 'b', authoredAt: '2026-05-01T09:30:00+02:00' },
      { sha: 'd', authoredAt: '2026-05-01T09:00:00Z' },
    ];

    expect(shas(commits.sort(newestFirst))).toEqual(['d', 'a', 'c', 'b']);
  });
});
