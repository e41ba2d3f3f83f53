import type { ProjectSettings } from '../domain/settings/project-settings';
import { revisionOf, type Revision } from '../domain/settings/revision';
import { asAdministrator } from './administrator';
import { refuse, type Outcome, type Refusal } from './refusal';
import { refuseUnknownProjects, storeSettings, type StorePorts } from './store-settings';

type Saving = {
  settings: ProjectSettings;
  /** What was changed: when given, nothing is saved over what somebody else saved since. */
  revision?: Revision | undefined;
};

/** Saves a project's settings and has its repositories read. */
export function saveSettings(
  ports: StorePorts,
  { settings, revision }: Saving,
): Promise<Outcome<{ queued: number }>> {
  return asAdministrator(ports, async () => {
    const place = { field: 'settings.projectKey', line: null };
    const unknown = await refuseUnknownProjects(ports, [settings], () => place);
    if (unknown) return unknown;
    const conflict = revision !== undefined && (await isChanged(ports, settings, revision));
    return conflict ? changedMeanwhile(settings) : storeSettings(ports, [settings]);
  });
}

async function isChanged(
  ports: StorePorts,
  { projectKey }: ProjectSettings,
  revision: Revision,
): Promise<boolean> {
  return revisionOf(await ports.settings.findSettings(projectKey)) !== revision;
}

const changedMeanwhile = ({ projectKey }: ProjectSettings): Refusal =>
  refuse(
    'conflict',
    `Nothing was saved: somebody else has changed the settings of ${projectKey} since you opened them. Load the newer settings and make your changes in them.`,
  );
