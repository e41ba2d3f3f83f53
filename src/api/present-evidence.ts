import { liveProgress } from '../domain/evidence/evidence-gaps';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import type { Gap } from '../domain/gap';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { IssueView, RepositoryFreshness } from './contract';

type Read = {
  settings: ProjectSettings | undefined;
  statuses: ReadonlyMap<string, RepositoryStatus>;
  now: string;
};

/** How fresh and how complete the evidence is: the oldest reading counts, and every gap. Where nobody looks, nothing is complete. */
export function presentEvidence(
  { settings, statuses, now }: Read,
  gaps: Gap[],
): IssueView['evidence'] {
  const repositories = settings ? presentFreshness(settings, statuses, now) : [];
  const complete = repositories.length > 0 && gaps.length === 0;
  return { asOf: oldest(repositories), complete, gaps, repositories, now };
}

const NEVER_READ = { asOf: null, renamedTo: null };

export function presentFreshness(
  settings: Pick<ProjectSettings, 'repositories'>,
  statuses: ReadonlyMap<string, RepositoryStatus>,
  now: string,
): RepositoryFreshness[] {
  return settings.repositories.map(({ id, service }) => {
    const status = statuses.get(id);
    const { asOf, renamedTo } = status ?? NEVER_READ;
    return { repository: id, service, asOf, progress: liveProgress(status, now), renamedTo };
  });
}

function oldest(repositories: readonly RepositoryFreshness[]): string | null {
  const times = repositories.map(({ asOf }) => asOf);
  if (times.length === 0 || times.includes(null)) return null;
  return times.reduce((a, b) => (Date.parse(a ?? '') < Date.parse(b ?? '') ? a : b));
}
