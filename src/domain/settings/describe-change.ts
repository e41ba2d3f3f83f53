import type { ProjectSettings } from './project-settings';

/** What a project's settings would become, in one line for a person: new, unchanged, or what differs. */
export function describeChange(
  before: ProjectSettings | undefined,
  after: ProjectSettings,
): string {
  const { projectKey, route, repositories } = after;
  if (before === undefined) {
    return `${projectKey} is new: ${route.join(' → ')}, ${counted(repositories.length)}.`;
  }
  const changes = [
    ...changedRepositories(before, after),
    ...(isSame(before.route, route) ? [] : [`the route is ${route.join(' → ')}`]),
    ...(isSame(before.lines, after.lines) ? [] : ['lines differ']),
    ...(isSame(rulesOf(before), rulesOf(after)) ? [] : ['rules differ']),
  ];
  return changes.length === 0
    ? `${projectKey} stays as it is.`
    : `${projectKey}: ${changes.join('; ')}.`;
}

function changedRepositories(before: ProjectSettings, after: ProjectSettings): string[] {
  const old = new Map(before.repositories.map((repository) => [repository.id, repository]));
  const ids = new Set(after.repositories.map(({ id }) => id));
  const added = after.repositories.filter(({ id }) => !old.has(id)).map(({ id }) => id);
  const removed = [...old.keys()].filter((id) => !ids.has(id));
  const changed = after.repositories
    .filter((repository) => {
      const same = old.get(repository.id);
      return same !== undefined && !isSame(same, repository);
    })
    .map(({ id }) => id);
  return [...named('adds', added), ...named('removes', removed), ...named('changes', changed)];
}

/** Names a few; counts many. */
function named(verb: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  return [`${verb} ${ids.length <= 5 ? ids.join(', ') : counted(ids.length)}`];
}

function counted(repositories: number): string {
  return repositories === 1 ? '1 repository' : `${repositories} repositories`;
}

/** All that is neither the route, nor lines, nor repositories. */
function rulesOf(settings: ProjectSettings): unknown {
  return { ...settings, route: [], lines: {}, repositories: [] };
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** JSON that does not depend on the order in which fields were set. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
