import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import { refuse, type Outcome } from './refusal';
import { readAll } from './store-settings';

/** Has every repository of a project read again. */
export function refreshProject(
  ports: Pick<Ports, 'asUser' | 'settings' | 'evidence' | 'jobs' | 'now'>,
  { projectKey }: { projectKey: string },
): Promise<Outcome<{ queued: number }>> {
  return asAdministrator(ports, async () => {
    const settings = await ports.settings.findSettings(projectKey);
    return settings
      ? { queued: await readAll(ports, [settings]) }
      : refuse('not-found', `${projectKey} is not set up yet. Save its settings first.`);
  });
}
