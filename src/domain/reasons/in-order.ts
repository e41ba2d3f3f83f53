import type { PromotionCase, RepositoryCase } from './promotion-case';

/** The same facts in an order of their own, so that the same evidence gives the same words. */
export function inOrder(facts: PromotionCase): PromotionCase {
  const { repositories, gaps, manualSteps, dependencies } = facts;
  const { edges, cycles, conflicts } = dependencies;
  return {
    ...facts,
    repositories: by(repositories.map(repositoryInOrder), ({ repository }) => repository),
    gaps: by(gaps, ({ repository, what, why }) => [repository, what, why].join('\n')),
    manualSteps: by(manualSteps, ({ repository, text }) => [repository, text].join('\n')),
    dependencies: {
      ...dependencies,
      edges: by(edges, ({ key, neededBy, why }) => [key, neededBy, why].join('\n')),
      cycles: by(cycles, (cycle) => cycle.join('\n')),
      conflicts: by(conflicts, ({ one, other }) => [one, other].join('\n')),
    },
  };
}

function repositoryInOrder(repository: RepositoryCase): RepositoryCase {
  const { changes, pullRequests, evidence } = repository;
  const oldestFirst = <C extends RepositoryCase['changes'][number]>(commits: readonly C[]): C[] =>
    commits.toSorted(
      (a, b) => Date.parse(a.authoredAt) - Date.parse(b.authoredAt) || (a.sha < b.sha ? -1 : 1),
    );
  return {
    ...repository,
    changes: oldestFirst(changes),
    pullRequests: pullRequests.toSorted((a, b) => a.number - b.number),
    evidence: { ...evidence, commits: oldestFirst(evidence.commits) },
  };
}

function by<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, name: key(item) }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ item }) => item);
}
