import type { JiraVersion } from '../../ports/issue-tracker';
import type { Ports } from '../../ports/ports';

/** Versions of a project that are not archived: those to come first, then the newest. */
export async function listReleases(
  { asUser }: Pick<Ports, 'asUser'>,
  { projectKey }: { projectKey: string },
): Promise<(JiraVersion & { projectKey: string })[]> {
  const versions = await asUser.listVersions(projectKey);
  return versions
    .filter(({ isArchived }) => !isArchived)
    .map((version) => ({ ...version, projectKey }))
    .sort((a, b) => Number(a.isReleased) - Number(b.isReleased) || byDay(a, b));
}

const LAST = '9999';

/** What comes next first; of what is out the newest. */
function byDay(a: JiraVersion, b: JiraVersion): number {
  const order = (a.releaseDate ?? LAST).localeCompare(b.releaseDate ?? LAST);
  return a.isReleased ? -order : order;
}
