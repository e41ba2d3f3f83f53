import type { Ports } from '../ports/ports';

/** Reads again every repository of every project: what an event missed is found within the hour. */
export async function sweep({ settings, jobs }: Pick<Ports, 'settings' | 'jobs'>): Promise<number> {
  const keys = await settings.listConfiguredProjects();
  const all = await Promise.all(keys.map((key) => settings.findSettings(key)));
  const ids = all.flatMap((project) => project?.repositories.map(({ id }) => id) ?? []);
  return jobs.readRepositories([...new Set(ids)].sort());
}
