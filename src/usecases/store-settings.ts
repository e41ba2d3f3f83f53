import type { Problem } from '../domain/problem';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';
import { refuseInput, type Outcome, type Refusal } from './refusal';
import { markQueued } from './refresh-issue';

export type StorePorts = Pick<Ports, 'asUser' | 'settings' | 'evidence' | 'jobs' | 'now'>;

/** Saves projects' settings, all or none, and has their repositories read. */
export async function storeSettings(
  ports: StorePorts,
  projects: readonly ProjectSettings[],
): Promise<Outcome<{ queued: number }>> {
  const before = await Promise.all(
    projects.map(({ projectKey }) => ports.settings.findSettings(projectKey)),
  );
  const saving = await ports.settings.saveSettings(projects);
  if (saving.status === 'too-large') return tooLarge(saving);
  const removed = removedFrom(before, projects);
  if (removed.length > 0) await ports.jobs.readRepositories(removed);
  return { queued: await readAll(ports, projects) };
}

/** Repositories that the saved settings do not list any more; reading them takes them out of the issues. */
function removedFrom(
  before: readonly (ProjectSettings | undefined)[],
  after: readonly ProjectSettings[],
): string[] {
  const kept = new Set(after.flatMap(({ repositories }) => repositories.map(({ id }) => id)));
  const old = before.flatMap((project) => project?.repositories.map(({ id }) => id) ?? []);
  return [...new Set(old)].filter((id) => !kept.has(id));
}

/** Queues a reading of every repository of some projects; says how many. */
export async function readAll(
  ports: Pick<Ports, 'evidence' | 'jobs' | 'now'>,
  projects: readonly ProjectSettings[],
): Promise<number> {
  for (const settings of projects) {
    await markQueued(
      ports,
      settings,
      settings.repositories.map(({ id }) => id),
    );
  }
  const ids = projects.flatMap(({ repositories }) => repositories.map(({ id }) => id));
  return ids.length === 0 ? 0 : ports.jobs.readRepositories([...new Set(ids)]);
}

/** A refusal that names every project that this Jira does not have; `null` when it has all of them. */
export async function refuseUnknownProjects(
  { asUser }: Pick<Ports, 'asUser'>,
  projects: readonly ProjectSettings[],
  placeOf: (projectKey: string) => Pick<Problem, 'field' | 'line'>,
): Promise<Refusal | null> {
  const known = new Set((await asUser.listProjects()).map(({ key }) => key));
  const problems = projects
    .filter(({ projectKey }) => !known.has(projectKey))
    .map(({ projectKey }) => ({
      ...placeOf(projectKey),
      message: `names ${projectKey}, which is no project on this Jira, or none that you may browse`,
    }));
  return problems.length === 0
    ? null
    : refuseInput('Nothing was saved: a project is not there. Check its key.', problems);
}

function tooLarge(saving: { projectKey: string; bytes: number; limit: number }): Refusal {
  const { projectKey, bytes, limit } = saving;
  return refuseInput(
    `Nothing was saved: the settings of ${projectKey} take ${kibibytes(bytes)} KiB, and Forge keeps at most ${kibibytes(limit)} KiB for a project. Shorten the notes, or move repositories to another project.`,
    [
      {
        field: `projects.${projectKey}`,
        line: null,
        message: `is larger than ${kibibytes(limit)} KiB`,
      },
    ],
  );
}

function kibibytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
