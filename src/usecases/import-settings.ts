import type { Problem } from '../domain/problem';
import { connectionFor } from '../domain/settings/connection-for';
import { describeChange } from '../domain/settings/describe-change';
import { settingsFromGig, type GigFile } from '../domain/settings/gig-file';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Connection } from '../ports/connection-store';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { listAllVisible } from './list-all-visible';
import { refuseInput, unlessRefused, type Outcome } from './refusal';
import { refuseUnknownProjects, storeSettings, type StorePorts } from './store-settings';

/** A settings file as it was read. */
export type SettingsFile =
  | { kind: 'convoy'; projects: ProjectSettings[]; lineOf: (projectKey: string) => number | null }
  | { kind: 'gig'; gig: GigFile }
  | { kind: 'wrong'; problems: Problem[] };

export type ImportRequest = {
  text: string;
  /** The project that a `gig.yaml` is for: that file names none. */
  projectKey?: string | undefined;
  /** Only say what would change. */
  dryRun?: boolean | undefined;
};

export type Imported = { projects: ProjectSettings[]; queued: number; notes: string[] };

type ImportPorts = StorePorts & Pick<Ports, 'connections' | 'openCodeHost'>;
type Plan = Pick<Imported, 'projects' | 'notes'> & {
  lineOf: (projectKey: string) => number | null;
};

/** Takes the projects of a settings file over, all or none. */
export function importSettings(
  ports: ImportPorts,
  readFile: (text: string) => SettingsFile,
  request: ImportRequest,
): Promise<Outcome<Imported>> {
  return asAdministrator(ports, () =>
    unlessRefused(planImport(ports, readFile(request.text), request.projectKey), (plan) =>
      apply(ports, plan, request.dryRun ?? false),
    ),
  );
}

async function planImport(
  ports: ImportPorts,
  file: SettingsFile,
  projectKey: string | undefined,
): Promise<Outcome<Plan>> {
  switch (file.kind) {
    case 'wrong':
      return refuseInput('The file was not imported: it has errors.', file.problems);
    case 'convoy':
      return { projects: file.projects, notes: [], lineOf: file.lineOf };
    case 'gig':
      return planGig(ports, file.gig, projectKey);
  }
}

async function planGig(
  ports: ImportPorts,
  gig: GigFile,
  projectKey: string | undefined,
): Promise<Outcome<Plan>> {
  if (projectKey === undefined) {
    const message = 'is missing: a gig.yaml names no Jira project. Choose the one that it is for';
    return refuseInput('The file was not imported: choose a project for it.', [
      { field: 'projectKey', line: null, message },
    ]);
  }
  const visible = await listAllVisible(ports);
  const { settings, notes } = settingsFromGig(gig, projectKey, visible.ids);
  return { projects: [settings], notes: [...notes, ...visible.notes], lineOf: () => null };
}

async function apply(ports: ImportPorts, plan: Plan, dryRun: boolean): Promise<Outcome<Imported>> {
  const { projects, lineOf } = plan;
  const unknown = await refuseUnknownProjects(ports, projects, (key) => ({
    field: `projects.${key}`,
    line: lineOf(key),
  }));
  if (unknown) return unknown;
  const notes = [
    ...(await changes(ports, projects)),
    ...plan.notes,
    ...(await uncovered(ports, projects)),
  ];
  if (dryRun) return { projects, queued: 0, notes };
  return unlessRefused(storeSettings(ports, projects), ({ queued }) => ({
    projects,
    queued,
    notes,
  }));
}

function changes(
  { settings }: Pick<Ports, 'settings'>,
  projects: readonly ProjectSettings[],
): Promise<string[]> {
  return Promise.all(
    projects.map(async (after) =>
      describeChange(await settings.findSettings(after.projectKey), after),
    ),
  );
}

async function uncovered(
  { connections }: Pick<Ports, 'connections'>,
  projects: readonly ProjectSettings[],
): Promise<string[]> {
  const all: Connection[] = await connections.listConnections();
  const ids = new Set(projects.flatMap(({ repositories }) => repositories.map(({ id }) => id)));
  return [...ids]
    .filter((id) => connectionFor(id, all) === undefined)
    .map(
      (id) =>
        `${id}: no connection covers it, so it cannot be read yet. Add one for its host and owner.`,
    );
}
