import type { ProjectSettings, RepositorySettings } from '../../../src/api/contract';

type Line = ProjectSettings['lines'][string];
export type LineDraft = Line & { id: string; name: string };

/**
 * A project's settings while they are edited: lines are known by an id that stays when they are renamed,
 * and what repositories do differently is kept under that id.
 */
export type SettingsDraft = Omit<ProjectSettings, 'route' | 'lines'> & {
  route: LineDraft[];
  /** Lines that the route does not name: kept as they are. */
  offRoute: Record<string, Line>;
};

/** What the editor begins with. */
export function toDraft({ route, lines, ...rest }: ProjectSettings): SettingsDraft {
  const named = new Set(route);
  return {
    ...rest,
    route: route.flatMap((name) => {
      const line = lines[name];
      return line ? [{ ...line, id: name, name }] : [];
    }),
    offRoute: Object.fromEntries(Object.entries(lines).filter(([name]) => !named.has(name))),
  };
}

/** What is saved. */
export function toSettings({ route, offRoute, ...rest }: SettingsDraft): ProjectSettings {
  const names = new Map(route.map(({ id, name }) => [id, name.trim()]));
  for (const name of Object.keys(offRoute)) names.set(name, name);
  return {
    ...rest,
    route: route.map(({ name }) => name.trim()),
    lines: { ...offRoute, ...Object.fromEntries(route.filter(hasName).map(toLine)) },
    repositories: rest.repositories.map((repository) => withLineNames(repository, names)),
  };
}

/** The lines as they are edited, those that have a name. */
export const editedLines = ({ route }: SettingsDraft): { name: string; branch: string }[] =>
  route.filter(hasName).map(({ name, branch }) => ({ name: name.trim(), branch: branch.trim() }));

/** A line at the end of the route. */
export function addLine(draft: SettingsDraft, name: string, branch: string): SettingsDraft {
  const line = { branch, environments: [], rejectedStatuses: [], approvedStatuses: [] };
  return { ...draft, route: [...draft.route, { ...line, id: freeId(draft), name }] };
}

export function changeLine(draft: SettingsDraft, changed: LineDraft): SettingsDraft {
  return { ...draft, route: draft.route.map((line) => (line.id === changed.id ? changed : line)) };
}

export function removeLine(draft: SettingsDraft, id: string): SettingsDraft {
  return { ...draft, route: draft.route.filter((line) => line.id !== id) };
}

/** The line one place earlier (-1) or later (1); at the ends nothing moves. */
export function moveLine(draft: SettingsDraft, id: string, by: -1 | 1): SettingsDraft {
  const route = [...draft.route];
  const from = route.findIndex((line) => line.id === id);
  const [moved] = route.splice(from, 1);
  if (!moved) return draft;
  route.splice(Math.max(0, from + by), 0, moved);
  return { ...draft, route };
}

/** A repository that does everything as the project does. */
export const newRepository = (id: string): RepositorySettings => ({
  id,
  service: null,
  owner: null,
  kind: null,
  lines: {},
  notes: [],
  manualSteps: [],
  risks: [],
});

/** A line without a name is wrong where the route names it. */
const hasName = ({ name }: LineDraft): boolean => name.trim() !== '';

function toLine({ name, branch, ...line }: LineDraft): [string, Line] {
  const { environments, rejectedStatuses, approvedStatuses } = line;
  return [name.trim(), { branch: branch.trim(), environments, rejectedStatuses, approvedStatuses }];
}

/** What a removed line did differently goes with it. */
function withLineNames(
  repository: RepositorySettings,
  names: ReadonlyMap<string, string>,
): RepositorySettings {
  if (Object.keys(repository.lines).length === 0) return repository;
  const lines = Object.entries(repository.lines).flatMap(([id, override]) => {
    const name = names.get(id);
    return name === undefined ? [] : [[name, override] as const];
  });
  return { ...repository, lines: Object.fromEntries(lines) };
}

function freeId({ route, offRoute }: SettingsDraft): string {
  const taken = new Set([...route.map(({ id }) => id), ...Object.keys(offRoute)]);
  let number = route.length + 1;
  while (taken.has(`line ${number}`)) number += 1;
  return `line ${number}`;
}
