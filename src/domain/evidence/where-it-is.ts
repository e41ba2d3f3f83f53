import type { Commit } from '../commit';
import type { CommitGraph } from '../lines/reachable';
import { touchedBy } from '../presence/diff-fact';
import type { FoundPresence, PresenceFacts } from '../presence/presence-facts';
import { createArrivedAt, type ArrivedAt } from './arrivals';
import type { ChangePresence } from './change-presence';
import type { WhereItIs } from './commit-evidence';
import type { RefName } from './issue-evidence';

type WhereInput = {
  graph: CommitGraph;
  commits: readonly Commit[];
  refs: readonly (readonly [RefName, string])[];
  diffOf: PresenceFacts['diffOf'];
  presenceOf: ChangePresence['presenceOf'];
};

/** Answers where a change is and since when it is in each branch. */
export function createWhereItIs(input: WhereInput): (sha: string) => WhereItIs {
  const commits = new Map(input.commits.map((commit) => [commit.sha, commit]));
  const branches = new Map(
    input.refs
      .filter(([name]) => name.startsWith('branch:'))
      .map(([name, head]) => [name, createArrivedAt(input.graph, commits, head)] as const),
  );
  const touching = createTouching(input);
  return (sha) => {
    const presence = input.presenceOf(sha);
    const arrivedAt = [...branches].flatMap(([name, arrived]) => {
      const at = arrival(sha, presence[name], arrived, touching);
      return at === undefined ? [] : [[name, at] as const];
    });
    return { presence, arrivedAt: Object.fromEntries(arrivedAt) };
  };
}

/** The content of files proves a change since the last commit that touched one of them. */
function arrival(
  sha: string,
  found: FoundPresence | undefined,
  arrived: ArrivedAt,
  touching: (sha: string) => readonly string[],
): string | undefined {
  const isThere = found?.state === 'present' || found?.state === 'adapted';
  if (!isThere || found.as === null) return undefined;
  if (found.by !== 'content') return arrived(found.as);
  const dates = touching(sha).flatMap((one) => arrived(one) ?? []);
  return dates.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? arrived(found.as);
}

/** Other commits that touch a file of a commit, as far as their diffs were read. */
function createTouching({
  commits,
  diffOf,
}: Pick<WhereInput, 'commits' | 'diffOf'>): (sha: string) => string[] {
  const byPath = new Map<string, string[]>();
  const pathsOf = (sha: string): string[] =>
    touchedBy(diffOf(sha))?.paths.map(({ path }) => path) ?? [];
  for (const { sha } of commits) {
    for (const path of pathsOf(sha)) byPath.set(path, [...(byPath.get(path) ?? []), sha]);
  }
  return (sha) =>
    pathsOf(sha)
      .flatMap((path) => byPath.get(path) ?? [])
      .filter((one) => one !== sha);
}
