import { compareKeys, compareText } from '../dependencies/key-order';
import type { SpreadChange } from '../evidence/partly-spread';
import type { RepositoryId } from '../repository';
import type { UnlistedChange } from './judged-issue';

export type SpreadOfRepository = {
  repository: RepositoryId;
  /** The branches of the promotion's lines in this repository. */
  from: string;
  to: string;
  changes: readonly SpreadChange[];
};

/**
 * Changes that are on `from` and not on `to` (or nobody knows) of issues that are not in the bundle: they
 * would travel along with it. `isListed` also knows the keys that issues of the bundle had before.
 */
export function unlistedChanges(
  repositories: readonly SpreadOfRepository[],
  isListed: (key: string) => boolean,
): UnlistedChange[] {
  return inUnlistedOrder(
    repositories.flatMap(({ repository, from, to, changes }) => {
      const travelling = changes.filter(
        ({ key, on }) => on.includes(from) && !on.includes(to) && !isListed(key),
      );
      const keys = [...new Set(travelling.map(({ key }) => key))];
      return keys.map((key) => ({
        ...{ key, repository },
        shas: travelling.filter((one) => one.key === key).map(({ sha }) => sha),
      }));
    }),
  );
}

/** By issue, then by repository; what no issue owns comes first. */
export const inUnlistedOrder = (changes: readonly UnlistedChange[]): UnlistedChange[] =>
  changes.toSorted(
    (one, other) =>
      compareKeys(one.key ?? '', other.key ?? '') || compareText(one.repository, other.repository),
  );
