import { lastReleased, type ReleasedBundle } from '../../domain/evidence/released-bundle';
import type { ReadingPorts } from './slice';

const FRESH_MS = 10 * 60 * 1000;

type Asked = Pick<ReadingPorts, 'asApp' | 'evidence' | 'now'>;

/**
 * What each project released last; asked for again when ten minutes old. A project that released nothing,
 * or that is none of those that Jira lists, has none.
 */
export async function releasedBundles(
  ports: Asked,
  { projectKeys, listed }: Record<'projectKeys' | 'listed', readonly string[]>,
): Promise<ReleasedBundle[]> {
  const found: ReleasedBundle[] = [];
  for (const projectKey of projectKeys.filter((key) => listed.includes(key)).toSorted()) {
    const bundle = await releasedBundle(ports, projectKey);
    if (bundle) found.push(bundle);
  }
  return found;
}

async function releasedBundle(ports: Asked, projectKey: string): Promise<ReleasedBundle | null> {
  const stored = await ports.evidence.findReleased(projectKey);
  const readAt = ports.now();
  if (stored && Date.parse(readAt) - Date.parse(stored.readAt) < FRESH_MS) return stored.bundle;
  const bundle = await askJira(ports, projectKey);
  await ports.evidence.saveReleased(projectKey, { bundle, readAt });
  return bundle;
}

async function askJira(
  { asApp }: Pick<Asked, 'asApp'>,
  projectKey: string,
): Promise<ReleasedBundle | null> {
  const version = lastReleased(await asApp.listVersions(projectKey));
  if (!version) return null;
  const issueKeys = await asApp.listIssuesOfVersion(version.id);
  return { projectKey, version: version.name, releasedOn: version.releaseDate, issueKeys };
}
