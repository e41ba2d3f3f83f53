import { ProviderError } from '../../ports/provider-error';
import type { ReadingPorts } from './slice';

const FRESH_MS = 10 * 60 * 1000;

/**
 * Keys of Jira's projects, sorted; asked for again when ten minutes old, not at every reading. A reading is
 * for some project, so a list of none is not the whole one.
 */
export async function projectKeys({
  asApp,
  evidence,
  now,
}: Pick<ReadingPorts, 'asApp' | 'evidence' | 'now'>): Promise<string[]> {
  const stored = await evidence.findProjectKeys();
  const readAt = now();
  if (stored && Date.parse(readAt) - Date.parse(stored.readAt) < FRESH_MS) return stored.keys;
  const keys = (await asApp.listProjects()).map(({ key }) => key).sort();
  if (keys.length === 0) {
    throw new ProviderError({ kind: 'unexpected-answer' }, 'Jira lists no project. Read it again.');
  }
  await evidence.saveProjectKeys({ keys, readAt });
  return keys;
}
