import type { Ports } from '../ports/ports';
import { queueMarks, type QueueMarksPorts } from './release/queue-marks';

/**
 * Reads again every repository of every project, and marks its issues anew: what an event missed, or
 * somebody changed in Jira, is found within the hour.
 */
export async function sweep(ports: Pick<Ports, 'settings'> & QueueMarksPorts): Promise<number> {
  const { settings, jobs } = ports;
  const keys = await settings.listConfiguredProjects();
  const all = await Promise.all(keys.map((key) => settings.findSettings(key)));
  const ids = all.flatMap((project) => project?.repositories.map(({ id }) => id) ?? []);
  await queueMarks(ports, keys);
  return jobs.readRepositories([...new Set(ids)].sort());
}
