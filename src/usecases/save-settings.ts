import type { ProjectSettings } from '../domain/settings/project-settings';
import { asAdministrator } from './administrator';
import type { Outcome } from './refusal';
import { refuseUnknownProjects, storeSettings, type StorePorts } from './store-settings';

/** Saves a project's settings and has its repositories read. */
export function saveSettings(
  ports: StorePorts,
  { settings }: { settings: ProjectSettings },
): Promise<Outcome<{ queued: number }>> {
  return asAdministrator(ports, async () => {
    const place = { field: 'settings.projectKey', line: null };
    const unknown = await refuseUnknownProjects(ports, [settings], () => place);
    return unknown ?? storeSettings(ports, [settings]);
  });
}
