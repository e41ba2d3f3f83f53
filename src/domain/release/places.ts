import { compareText } from '../dependencies/key-order';
import type { RepositoryStatus } from '../evidence/repository-status';
import { parseRepositoryId, type RepositoryId } from '../repository';
import { nameOf } from '../settings/name-of';
import type { ProjectSettings } from '../settings/project-settings';
import type { JudgedBundle, JudgedPlace } from './judged-issue';

/** The repositories of these projects, each as the first of them that has it calls it. */
export function placesOf(
  projects: readonly Pick<ProjectSettings, 'repositories'>[],
  statuses: ReadonlyMap<RepositoryId, Pick<RepositoryStatus, 'url'>>,
): JudgedPlace[] {
  const all = projects.flatMap((settings) =>
    settings.repositories.map(({ id, owner }): JudgedPlace => {
      const url = statuses.get(id)?.url ?? null;
      return { repository: id, name: nameOf(id, settings), owner, url };
    }),
  );
  return [...new Map(all.toReversed().map((one) => [one.repository, one])).values()].sort(
    (one, other) => compareText(one.repository, other.repository),
  );
}

/** What people call a repository, and whose it is; what is no repository (Jira) keeps its name. */
export const placeIn = (
  { places }: Pick<JudgedBundle, 'places'>,
  repository: RepositoryId,
): JudgedPlace =>
  places.find((one) => one.repository === repository) ?? {
    repository,
    name: parseRepositoryId(repository)?.path ?? repository,
    owner: null,
    url: null,
  };
