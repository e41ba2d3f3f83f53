import type { ReadingPorts } from './slice';

const FRESH_MS = 10 * 60 * 1000;

/** Keys of Jira's projects, sorted; asked for again when ten minutes old, not at every reading. */
export async function projectKeys({
  asApp,
  evidence,
  now,
}: Pick<ReadingPorts, 'asApp' | 'evidence' | 'now'>): Promise<string[]> {
  const stored = await evidence.findProjectKeys();
  const readAt = now();
  if (stored && Date.parse(readAt) - Date.parse(stored.readAt) < FRESH_MS) return stored.keys;
  const keys = (await asApp.listProjects()).map(({ key }) => key).sort();
  await evidence.saveProjectKeys({ keys, readAt });
  return keys;
}
