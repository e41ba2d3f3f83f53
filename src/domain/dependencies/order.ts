import type { RepositoryId } from '../repository';
import type { Edge, EdgeSource } from './edge';
import { groupsInOrder, type Before } from './groups-in-order';
import { compareKeys, compareText } from './key-order';

/** A shared pull request binds both sides and says nothing of which goes first. */
export const hasDirection = ({ sources }: Pick<Edge, 'sources'>): boolean =>
  sources.some(isDirected);

export const isDirected = ({ kind }: EdgeSource): boolean => kind !== 'shared-pull-request';

/**
 * Issues in the order in which they are promoted: what is needed goes first, ties go by project and
 * number. Issues that share a pull request or are in a cycle stand together.
 */
export function issueOrder(issues: readonly string[], edges: readonly Edge[]): string[] {
  const directed = arrowsOf(edges.filter(hasDirection));
  const together = groupsInOrder(issues, arrowsOf(edges), compareKeys);
  return together.flatMap((group) =>
    group.length === 1 ? group : groupsInOrder(group, directed, compareKeys).flat(),
  );
}

/** Issues that need each other in a circle, each circle sorted; circles within circles are one. */
export const cyclesOf = (issues: readonly string[], edges: readonly Edge[]): string[][] =>
  groupsInOrder(issues, arrowsOf(edges.filter(hasDirection)), compareKeys)
    .filter((group) => group.length > 1)
    .sort(([one = ''], [other = '']) => compareKeys(one, other));

const arrowsOf = (edges: readonly Edge[]): Before[] =>
  edges.map(({ from, to }) => ({ first: to, then: from }));

/**
 * Repositories in the order in which they are promoted: one goes before another when an issue with
 * changes in the other needs an issue with changes in it, and nothing says the opposite. Ties are
 * alphabetical.
 */
export function repositoryOrder(
  edges: readonly Edge[],
  repositoriesOf: ReadonlyMap<string, readonly RepositoryId[]>,
): RepositoryId[] {
  const arrows = edges
    .filter(hasDirection)
    .flatMap(({ from, to }) =>
      (repositoriesOf.get(to) ?? []).flatMap((first) =>
        (repositoriesOf.get(from) ?? []).map((then) => ({ first, then })),
      ),
    );
  const said = new Set(arrows.map(({ first, then }) => `${first} ${then}`));
  const clear = arrows.filter(({ first, then }) => !said.has(`${then} ${first}`));
  const repositories = [...new Set([...repositoriesOf.values()].flat())];
  return groupsInOrder(repositories, clear, compareText).flat();
}
