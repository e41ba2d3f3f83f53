import { commitUrl } from '../domain/links';
import { rollbackSteps, type RollbackStep } from '../domain/manifest/rollback';
import type { JudgedBundle, JudgedChanges } from '../domain/release/judged-issue';
import type { RepositoryRow } from './contract';

/** Repositories in the order of promotion; those of which nothing travels follow, by name. */
export function presentRepositories(bundle: JudgedBundle): RepositoryRow[] {
  const steps = new Map(rollbackSteps(bundle).map((step) => [step.repository, step]));
  const travelling = shasToPromote(bundle);
  const rows = [...touched(bundle).values()].map(({ changes, issues }) => ({
    ...described(changes, steps.get(changes.repository)),
    place: bundle.order.repositories.indexOf(changes.repository),
    issues,
    toPromote: travelling.get(changes.repository)?.size ?? 0,
  }));
  return rows
    .toSorted((a, b) => orderOf(a) - orderOf(b) || compare(a.name, b.name))
    .map(({ place: _, ...row }, index) => ({
      ...row,
      position: row.toPromote === 0 ? null : index + 1,
    }));
}

const orderOf = ({ place, toPromote }: { place: number; toPromote: number }): number =>
  place < 0 || toPromote === 0 ? Number.MAX_SAFE_INTEGER : place;

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

/** The shas of each repository that travel, each once. */
function shasToPromote({ issues }: JudgedBundle): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { repository, sha } of issues.flatMap(({ toPromote }) => toPromote)) {
    found.set(repository, (found.get(repository) ?? new Set()).add(sha));
  }
  return found;
}

/** Repositories with a commit of the bundle, and the issues that have one there. */
function touched({
  issues,
}: JudgedBundle): Map<string, { changes: JudgedChanges; issues: string[] }> {
  const found = new Map<string, { changes: JudgedChanges; issues: string[] }>();
  for (const { key, changes: all } of issues) {
    for (const changes of all.filter(({ commits }) => commits.length > 0)) {
      const known = found.get(changes.repository) ?? { changes, issues: [] };
      known.issues.push(key);
      found.set(changes.repository, known);
    }
  }
  return found;
}

function described(
  { repository, name, owner, kind, url }: JudgedChanges,
  step: RollbackStep | undefined,
): Omit<RepositoryRow, 'position' | 'issues' | 'toPromote'> {
  const { backTo, note } = step ?? { backTo: null, note: '' };
  return {
    ...{ id: repository, name, owner, kind, url, backTo, note },
    backToUrl: backTo === null ? null : commitUrl({ repository, url }, backTo),
  };
}
