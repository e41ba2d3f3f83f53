import type { RepositoryEvidence } from '../domain/evidence/issue-evidence';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import type { Gap } from '../domain/gap';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { IssueFacts } from '../usecases/get-issue';
import type { IssueView, RepositoryFreshness } from './contract';

/** A mark that nothing took away for this long belongs to a reading that died. */
const DEAD_AFTER_MS = 60 * 60 * 1000;

/** How fresh and how complete the evidence is: the oldest reading counts, and every gap. Where nobody looks, nothing is complete. */
export function presentEvidence(
  { settings, statuses, now }: Pick<IssueFacts, 'settings' | 'statuses' | 'now'>,
  parts: readonly RepositoryEvidence[],
): IssueView['evidence'] {
  const repositories = settings ? presentFreshness(settings, statuses, now) : [];
  const listed = new Set(repositories.map(({ repository }) => repository));
  const read = [...statuses.values()].filter(({ repository }) => listed.has(repository));
  const explained = new Set(read.filter((one) => one.gaps.length > 0).map((one) => one.repository));
  const gaps = [
    ...read.flatMap((status) => status.gaps),
    ...repositories
      .filter((one) => one.asOf === null && !explained.has(one.repository))
      .map(neverRead),
    ...parts.filter(({ omitted }) => omitted > 0).map(cutShort),
    ...parts.filter(({ repository }) => !listed.has(repository)).map(notListed),
  ];
  const complete = repositories.length > 0 && gaps.length === 0;
  return { asOf: oldest(repositories), complete, gaps, repositories, now };
}

const NEVER_READ = { asOf: null, progress: null, renamedTo: null };

export function presentFreshness(
  settings: ProjectSettings,
  statuses: ReadonlyMap<string, RepositoryStatus>,
  now: string,
): RepositoryFreshness[] {
  return settings.repositories.map(({ id, service }) => {
    const { asOf, progress, renamedTo } = statuses.get(id) ?? NEVER_READ;
    const isDead = progress && Date.parse(now) - Date.parse(progress.startedAt) > DEAD_AFTER_MS;
    return { repository: id, service, asOf, progress: isDead ? null : progress, renamedTo };
  });
}

function oldest(repositories: readonly RepositoryFreshness[]): string | null {
  const times = repositories.map(({ asOf }) => asOf);
  if (times.length === 0 || times.includes(null)) return null;
  return times.reduce((a, b) => (Date.parse(a ?? '') < Date.parse(b ?? '') ? a : b));
}

const neverRead = ({ repository, progress }: RepositoryFreshness): Gap => ({
  repository,
  what: 'the repository',
  why: progress ? 'it is being read for the first time' : 'it was never read to the end',
});

const cutShort = ({ repository, omitted }: RepositoryEvidence): Gap => ({
  repository,
  what: `${omitted} older commits`,
  why: 'the issue has more commits than Convoy keeps; the newest are shown',
});

const notListed = ({ repository }: RepositoryEvidence): Gap => ({
  repository,
  what: 'its lines',
  why: 'the repository is not in the settings of this project; add it there to follow its lines',
});
