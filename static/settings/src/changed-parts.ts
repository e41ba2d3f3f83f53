import type { ProjectSettings } from '../../../src/api/contract';

const RULES = {
  issueTrailers: 'trailers',
  dependencyLinks: 'dependency links',
  noChangeExpected: 'issues that need no change',
  requiredChecks: 'required checks',
  requireReviews: 'required reviews',
  signOffs: 'sign-off roles',
  releaseManagers: 'release managers',
  freeze: 'freeze windows',
  gates: 'gates of a release',
  snapshots: 'snapshots that are kept',
} as const;

/** Which parts differ, in words: `route`, `repositories (2 added, 1 changed)`. */
export function changedParts(before: ProjectSettings, after: ProjectSettings): string[] {
  const rules = Object.keys(RULES) as (keyof typeof RULES)[];
  return [
    ...(isSame([before.route, before.lines], [after.route, after.lines]) ? [] : ['route']),
    ...changedRepositories(before, after),
    ...rules.filter((rule) => !isSame(before[rule], after[rule])).map((rule) => RULES[rule]),
  ];
}

/** The fields that differ, as they are after; of the repositories those that are new, changed or gone. */
export function changedText(before: ProjectSettings, after: ProjectSettings): string {
  const old = new Map(before.repositories.map((repository) => [repository.id, repository]));
  const fields = Object.keys(after) as (keyof ProjectSettings)[];
  const changed = fields.filter((field) => !isSame(before[field], after[field]));
  const text = changed.map((field) => [
    field,
    field === 'repositories'
      ? after.repositories.filter((one) => !isSame(old.get(one.id), one))
      : after[field],
  ]);
  const ids = new Set(after.repositories.map(({ id }) => id));
  const removed = [...old.keys()].filter((id) => !ids.has(id));
  const gone = removed.length > 0 ? [['repositories removed', removed]] : [];
  return JSON.stringify(Object.fromEntries([...text, ...gone]), null, 2);
}

function changedRepositories(before: ProjectSettings, after: ProjectSettings): string[] {
  const old = new Map(before.repositories.map((repository) => [repository.id, repository]));
  const ids = new Set(after.repositories.map(({ id }) => id));
  const counts = {
    added: after.repositories.filter(({ id }) => !old.has(id)).length,
    removed: before.repositories.filter(({ id }) => !ids.has(id)).length,
    changed: after.repositories.filter((repository) => {
      const same = old.get(repository.id);
      return same !== undefined && same !== repository && !isSame(same, repository);
    }).length,
  };
  const words = Object.entries(counts).flatMap(([verb, count]) =>
    count > 0 ? [`${count} ${verb}`] : [],
  );
  return words.length === 0 ? [] : [`repositories (${words.join(', ')})`];
}

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON that does not depend on the order in which fields were set. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
