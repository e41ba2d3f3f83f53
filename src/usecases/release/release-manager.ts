import {
  areNamed,
  isNamed,
  whoDecides,
  type ProjectManagers,
} from '../../domain/release/release-managers';
import { newSettings } from '../../domain/settings/project-settings';
import type { Ports } from '../../ports/ports';
import { refuse, type Outcome } from '../refusal';
import { askRoles } from './ask-roles';

export type ManagerPorts = Pick<Ports, 'asUser' | 'asApp' | 'settings'>;

/** Whether the viewer decides for a release, and who does, in words that a verb follows. */
export type Manager = { isManager: boolean; who: string };

/** Who decides must do so for each project of the release. */
export async function readManager(
  ports: ManagerPorts,
  projectKeys: readonly string[],
): Promise<Manager> {
  const projects = await Promise.all(projectKeys.map((key) => managersOf(ports, key)));
  const answers = await Promise.all(projects.map((one) => isManagerOf(ports, one)));
  return {
    isManager: answers.length > 0 && answers.every((one) => one),
    who: whoDecides(projects),
  };
}

async function managersOf(
  { settings }: Pick<Ports, 'settings'>,
  projectKey: string,
): Promise<ProjectManagers> {
  const found = (await settings.findSettings(projectKey)) ?? newSettings(projectKey);
  return { projectKey, ...found.releaseManagers };
}

async function isManagerOf(
  ports: Pick<Ports, 'asUser' | 'asApp'>,
  managers: ProjectManagers,
): Promise<boolean> {
  const { projectKey } = managers;
  if (!areNamed(managers)) return ports.asUser.isProjectAdministrator(projectKey);
  const [viewer, [told]] = await Promise.all([
    ports.asUser.getViewer(),
    askRoles(ports, [projectKey]),
  ]);
  return isNamed(managers, viewer.accountId, told ?? { held: null, all: null });
}

/** Goes on only for somebody who decides for a release. */
export async function asReleaseManager<Value>(
  ports: ManagerPorts,
  projectKeys: readonly string[],
  run: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const { isManager, who } = await readManager(ports, projectKeys);
  if (isManager) return run();
  return refuse('forbidden', `Only ${who} may do this. Ask one of them.`);
}
