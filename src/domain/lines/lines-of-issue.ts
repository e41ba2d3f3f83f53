import type { RepositoryEvidence } from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { RepositoryId } from '../repository';
import type { ProjectSettings } from '../settings/project-settings';
import { lineCells, type LineCell } from './line-state';
import { summarizeLine, type LineSummary } from './line-summary';

/** Where the changes of one repository are. Nobody reads a repository that is not listed: what was read of it is old. */
export function cellsIn(
  settings: Pick<ProjectSettings, 'route' | 'lines' | 'repositories'>,
  part: Pick<RepositoryEvidence, 'repository' | 'commits'>,
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
): LineCell[] {
  const listed = settings.repositories.find(({ id }) => id === part.repository);
  const current = listed && statuses.get(part.repository);
  return lineCells(settings, listed ?? NO_OVERRIDES, part, current);
}

const NO_OVERRIDES = { lines: {} };

/** Each line of the route over all repositories that hold changes of the issue. */
export function linesOfIssue(
  settings: Pick<ProjectSettings, 'route' | 'lines' | 'repositories'>,
  parts: readonly Pick<RepositoryEvidence, 'repository' | 'commits'>[],
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
): LineSummary[] {
  const cells = parts
    .filter(({ commits }) => commits.length > 0)
    .flatMap((part) => cellsIn(settings, part, statuses));
  return settings.route.map((line) => summarizeLine(line, cells));
}
