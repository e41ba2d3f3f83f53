import { isThere } from '../presence/presence-state';
import type { RefName, RepositoryEvidence } from './issue-evidence';

/**
 * A change that some branches of lines have and others have not: `on` names the branches that have it,
 * `doubtful` those of which nobody knows. Sorted.
 */
export type SpreadChange = { key: string; sha: string; on: string[]; doubtful: string[] };

/**
 * Changes of all issues of a repository that are not on every branch, by issue and sha: whatever two
 * lines a release is about, it says what one of them has and the other has not.
 */
export function partlySpread(
  parts: ReadonlyMap<string, Pick<RepositoryEvidence, 'commits'>>,
  branches: readonly string[],
): SpreadChange[] {
  return [...parts]
    .flatMap(([key, { commits }]) =>
      commits
        .filter(({ carriesChange }) => carriesChange)
        .map(({ sha, presence }) => {
          const found = (branch: string) => presence[`branch:${branch}` satisfies RefName];
          return {
            ...{ key, sha },
            on: branches.filter((branch) => isThere(found(branch))).sort(),
            doubtful: branches.filter((branch) => found(branch)?.state === 'unknown').sort(),
          };
        }),
    )
    .filter(({ on }) => on.length > 0 && on.length < branches.length)
    .sort((a, b) => (`${a.key} ${a.sha}` < `${b.key} ${b.sha}` ? -1 : 1));
}
