import { parseRepositoryId, type RepositoryId } from '../repository';
import type { ProjectSettings } from './project-settings';

/** What people call a repository: its service, else its path. */
export function nameOf(
  repository: RepositoryId,
  { repositories }: Pick<ProjectSettings, 'repositories'>,
): string {
  const listed = repositories.find(({ id }) => id === repository);
  return listed?.service ?? parseRepositoryId(repository)?.path ?? repository;
}
