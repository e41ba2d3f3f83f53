import type { Ports } from '../ports/ports';
import { asAdministrator } from './administrator';
import type { Outcome } from './refusal';

export type ProjectOverview = {
  key: string;
  name: string;
  isConfigured: boolean;
  repositories: number;
};

/** Every project that the viewer may browse, and how far it is set up. */
export function listProjects(
  ports: Pick<Ports, 'asUser' | 'settings'>,
): Promise<Outcome<ProjectOverview[]>> {
  return asAdministrator(ports, async () => {
    const [projects, configured] = await Promise.all([
      ports.asUser.listProjects(),
      ports.settings.listConfiguredProjects(),
    ]);
    const known = new Set(configured);
    return Promise.all(
      projects.map(async ({ key, name }) => {
        const settings = known.has(key) ? await ports.settings.findSettings(key) : undefined;
        const repositories = settings?.repositories.length ?? 0;
        return { key, name, isConfigured: settings !== undefined, repositories };
      }),
    );
  });
}
