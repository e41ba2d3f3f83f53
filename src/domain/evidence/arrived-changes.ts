import { isThere } from '../presence/presence-state';
import type { RefName, RepositoryEvidence } from './issue-evidence';

/** When a change came to a branch (ISO 8601, UTC), and the commit there that brought it. */
export type Arrival = { at: string; as: string };

/** A change of an issue, by branch of a line where it came to. */
export type ArrivedChange = { key: string; sha: string; on: Record<string, Arrival> };

/**
 * When the changes of all issues of a repository came to the branches that have them, by issue and sha.
 * A change that is there without a date of arrival came when it was made, for all that is known. What only
 * the content of files proves was brought by no commit: a branch that never had a change has its revert, too.
 */
export function arrivedChanges(
  parts: ReadonlyMap<string, Pick<RepositoryEvidence, 'commits'>>,
  branches: readonly string[],
): ArrivedChange[] {
  return [...parts]
    .flatMap(([key, { commits }]) =>
      commits
        .filter(({ carriesChange }) => carriesChange)
        .map((commit) => ({ key, sha: commit.sha, on: arrivalsOf(commit, branches) })),
    )
    .filter(({ on }) => Object.keys(on).length > 0)
    .sort((a, b) => (`${a.key} ${a.sha}` < `${b.key} ${b.sha}` ? -1 : 1));
}

function arrivalsOf(
  { sha, presence, arrivedAt, authoredAt }: RepositoryEvidence['commits'][number],
  branches: readonly string[],
): Record<string, Arrival> {
  return Object.fromEntries(
    branches.toSorted().flatMap((branch) => {
      const ref: RefName = `branch:${branch}`;
      const found = presence[ref];
      if (!isThere(found) || found?.by === 'content') return [];
      return [[branch, { at: arrivedAt[ref] ?? authoredAt, as: found?.as ?? sha }]];
    }),
  );
}
