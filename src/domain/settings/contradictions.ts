/** The parts of a project's settings that must agree with each other; `null` for one that nobody could read. */
export type SettingsOutline = {
  route: (string | null)[] | null;
  lines: Record<string, unknown> | null;
  repositories: ({ id: string | null; lines: Record<string, unknown> | null } | null)[] | null;
  freeze: ({ from: string; to: string } | null)[] | null;
  signOffs: readonly unknown[] | null;
  gates: Record<string, { required?: boolean } | null> | null;
};

/** Where two parts of the settings do not agree. */
export type Contradiction = { path: (string | number)[]; message: string };

/** Every place where a project's settings contradict themselves. */
export function findContradictions(settings: SettingsOutline): Contradiction[] {
  return [
    ...routeContradictions(settings),
    ...duplicateRepositories(settings),
    ...overridesOfNothing(settings),
    ...endlessFreezes(settings),
    ...impossibleGates(settings),
  ];
}

function routeContradictions({ route, lines }: SettingsOutline): Contradiction[] {
  return (route ?? []).flatMap((name, index) => {
    if (name === null || name === '') return []; // wrong by itself
    const path = ['route', index];
    if (route?.indexOf(name) !== index) {
      return [{ path, message: `names ${name} a second time; a change travels each line once` }];
    }
    return lines === null || Object.hasOwn(lines, name)
      ? []
      : [{ path, message: `names ${name}, which is not under lines (there: ${names(lines)})` }];
  });
}

function duplicateRepositories({ repositories }: SettingsOutline): Contradiction[] {
  const first = new Map<string, number>();
  return (repositories ?? []).flatMap((repository, index) => {
    const id = repository?.id?.toLowerCase();
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `is the same repository as repositories[${earlier}]; keep one of them`;
    return [{ path: ['repositories', index, 'id'], message }];
  });
}

function overridesOfNothing({ repositories, lines }: SettingsOutline): Contradiction[] {
  if (lines === null) return [];
  return (repositories ?? []).flatMap((repository, index) =>
    Object.keys(repository?.lines ?? {})
      .filter((name) => !Object.hasOwn(lines, name))
      .map((name) => ({
        path: ['repositories', index, 'lines', name],
        message: `changes the line ${name}, which the project does not have (it has ${names(lines)})`,
      })),
  );
}

function endlessFreezes({ freeze }: SettingsOutline): Contradiction[] {
  return (freeze ?? []).flatMap((window, index) =>
    window !== null && window.to < window.from
      ? [{ path: ['freeze', index, 'to'], message: `ends before it begins (${window.from})` }]
      : [],
  );
}

/** What could not be read is never shipped, whatever the settings say; a waiver says who dares, and why. */
const ALWAYS_REQUIRED: ReadonlySet<string> = new Set(['scope', 'evidence']);

function impossibleGates({ gates, signOffs }: SettingsOutline): Contradiction[] {
  const areMissing = signOffs?.length === 0;
  return Object.entries(gates ?? {}).flatMap(([id, gate]) => {
    const message = messageFor(id, gate?.required, areMissing);
    return message === undefined ? [] : [{ path: ['gates', id, 'required'], message }];
  });
}

function messageFor(
  id: string,
  required: boolean | undefined,
  areRolesMissing: boolean,
): string | undefined {
  if (required === false && ALWAYS_REQUIRED.has(id)) {
    return 'must stay true: what could not be read is never shipped (give a waiver)';
  }
  return required === true && id === 'sign-offs' && areRolesMissing
    ? 'asks for sign-offs, and no role is under signOffs'
    : undefined;
}

function names(lines: Record<string, unknown>): string {
  return Object.keys(lines).join(', ') || 'none';
}
