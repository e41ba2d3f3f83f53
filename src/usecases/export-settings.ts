import type { ProjectSettings } from '../domain/settings/project-settings';
import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { refuse, type Outcome } from './refusal';

/** The settings of some projects; of all that are set up when none is named. */
export function exportSettings(
  ports: Pick<Ports, 'asUser' | 'settings'>,
  { projectKeys }: { projectKeys: readonly string[] },
): Promise<Outcome<ProjectSettings[]>> {
  return asAdministrator(ports, async () => {
    const keys =
      projectKeys.length > 0 ? projectKeys : await ports.settings.listConfiguredProjects();
    const found = await Promise.all(keys.map((key) => ports.settings.findSettings(key)));
    const missing = projectKeys.filter((_, index) => found[index] === undefined);
    const settings = found.filter((each) => each !== undefined);
    if (missing.length > 0) return refuse('not-found', `Not set up yet: ${missing.join(', ')}.`);
    return settings.length > 0
      ? settings
      : refuse('not-found', 'No project is set up yet: there is nothing to export.');
  });
}
