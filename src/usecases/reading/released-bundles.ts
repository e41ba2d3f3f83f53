import { lastReleased, type ReleasedBundle } from '../../domain/evidence/released-bundle';
import { ProviderError } from '../../ports/provider-error';
import type { ReadingPorts } from './slice';

const FRESH_MS = 10 * 60 * 1000;

type Asked = Pick<ReadingPorts, 'asApp' | 'evidence' | 'now'>;

/**
 * What each project released last; asked for again when ten minutes old. A project that released nothing,
 * or that Jira does not know any more, has none.
 */
export async function releasedBundles(
  ports: Asked,
  projectKeys: readonly string[],
): Promise<ReleasedBundle[]> {
  const found: ReleasedBundle[] = [];
  for (const projectKey of projectKeys.toSorted()) {
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
  try {
    const version = lastReleased(await asApp.listVersions(projectKey));
    if (!version) return null;
    const issueKeys = await asApp.listIssuesOfVersion(version.id);
    return { projectKey, version: version.name, releasedOn: version.releaseDate, issueKeys };
  } catch (error) {
    if (error instanceof ProviderError && error.failure.kind === 'not-found') return null;
    throw error;
  }
}
