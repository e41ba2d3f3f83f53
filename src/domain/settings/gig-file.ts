import {
  parseRepositoryId,
  toRepositoryId,
  type RepositoryId,
  type RepositoryKind,
} from '../repository';
import {
  DEFAULT_DEPENDENCY_LINKS,
  DEFAULT_ISSUE_TRAILERS,
  KEPT_SNAPSHOTS,
  type Line,
  type ProjectSettings,
  type RepositorySettings,
} from './project-settings';

/** What a `gig.yaml` says: a command line tool's own list of environments and repositories. */
export type GigFile = {
  environments: { name: string; branch: string }[];
  repositories: GigRepository[];
  /** Fields that have no meaning here. */
  unused: string[];
};

export type GigRepository = {
  /** A folder, or a repository id. */
  path: string | null;
  repo: string | null;
  service: string | null;
  owner: string | null;
  kind: string | null;
  notes: string[];
};

const KINDS: readonly RepositoryKind[] = ['app', 'db', 'mendix', 'infra', 'config', 'library'];

type Entry = { id: RepositoryId; from: GigRepository };

/** Settings for a project out of a `gig.yaml`; every part that has no place in them is named in the notes. */
export function settingsFromGig(
  file: GigFile,
  projectKey: string,
  visible: readonly RepositoryId[],
): { settings: ProjectSettings; notes: string[] } {
  const notes = file.unused.map(
    (field) => `${field}: ${UNUSED.get(field) ?? 'has no meaning here.'}`,
  );
  const entries = new Map<string, Entry>();
  for (const from of file.repositories) {
    const found = findRepository(from, visible);
    if ('note' in found) notes.push(`${found.note}${described(from)}`);
    else if (entries.has(found.id.toLowerCase())) notes.push(twice(from, found.id));
    else entries.set(found.id.toLowerCase(), { id: found.id, from });
  }
  const kept = [...entries.values()];
  notes.push(...kept.flatMap(unknownKind));
  return { settings: newSettings(projectKey, file.environments, kept.map(toRepository)), notes };
}

const UNUSED: ReadonlyMap<string, string> = new Map([
  ['ticketPattern', 'not needed; Convoy knows the keys of the projects on this Jira.'],
]);

function findRepository(
  from: GigRepository,
  visible: readonly RepositoryId[],
): { id: RepositoryId } | { note: string } {
  const address = parseRepositoryId(from.repo ?? '') ?? parseRepositoryId(from.path ?? '');
  if (address !== null) return { id: toRepositoryId(address) };
  const name = lastSegment(called(from));
  const found = visible.filter((id) => lastSegment(id) === name);
  const [only] = found;
  return only !== undefined && found.length === 1
    ? { id: only }
    : { note: `${called(from)}: ${whyNot(name, found)}` };
}

function whyNot(name: string, found: readonly RepositoryId[]): string {
  return found.length === 0
    ? `no connection sees a repository called ${name}. Add a connection that does, or add the repository by its id.`
    : `several repositories are called ${name} (${found.join(', ')}). Add the right one by its id.`;
}

function toRepository({ id, from }: Entry): RepositorySettings {
  const { service, owner, notes } = from;
  const kind = KINDS.find((each) => each === from.kind?.toLowerCase()) ?? null;
  return { id, service, owner, kind, lines: {}, notes, manualSteps: [], risks: [] };
}

function newSettings(
  projectKey: string,
  environments: GigFile['environments'],
  repositories: RepositorySettings[],
): ProjectSettings {
  const lines = environments.map(({ name, branch }): [string, Line] => [
    name,
    { branch, environments: [], rejectedStatuses: [], approvedStatuses: [] },
  ]);
  return {
    projectKey,
    route: environments.map(({ name }) => name),
    lines: Object.fromEntries(lines),
    repositories,
    issueTrailers: [...DEFAULT_ISSUE_TRAILERS],
    dependencyLinks: [...DEFAULT_DEPENDENCY_LINKS],
    noChangeExpected: { issueTypes: [], labels: [] },
    requiredChecks: 'all',
    requireReviews: false,
    signOffs: [],
    releaseManagers: { roles: [], accountIds: [] },
    freeze: [],
    gates: {},
    snapshots: { keep: KEPT_SNAPSHOTS.usual },
  };
}

function unknownKind({ id, from }: Entry): string[] {
  const isKnown = from.kind === null || KINDS.some((each) => each === from.kind?.toLowerCase());
  return isKnown
    ? []
    : [`${id}: the kind ${from.kind ?? ''} is not one of ${KINDS.join(', ')}; choose one.`];
}

function twice(from: GigRepository, id: RepositoryId): string {
  return `${called(from)}: is ${id}, which the file names before; only the first entry was taken.${described(from)}`;
}

/** What would be lost with an entry that was not taken. */
function described({ service, owner, kind, notes }: GigRepository): string {
  const parts = [
    service && `service ${service}`,
    owner && `owner ${owner}`,
    kind && `kind ${kind}`,
    ...notes.map((note) => `note "${note}"`),
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` The file says of it: ${parts.join(', ')}.`;
}

function called({ repo, path }: GigRepository): string {
  return repo ?? path ?? '';
}

function lastSegment(path: string): string {
  return (
    path
      .replace(/[/\\]+$/, '')
      .split(/[/\\:]/)
      .at(-1)
      ?.replace(/\.git$/, '')
      .toLowerCase() ?? ''
  );
}
