import type { RepositoryEvidence } from '../domain/evidence/issue-evidence';
import { changesOf, lineCells, type EnvironmentCell } from '../domain/lines/line-state';
import type { IssueFacts } from '../usecases/get-issue';
import type { DeploymentView } from './contract';

/** Deployments that hold a change of the issue: what runs, and newer tries that did not succeed. */
export function presentDeployments(
  { settings, statuses }: Pick<IssueFacts, 'settings' | 'statuses'>,
  parts: readonly RepositoryEvidence[],
): DeploymentView[] {
  if (!settings) return [];
  return parts.flatMap((part) => {
    const { repository } = part;
    const known = settings.repositories.find(({ id }) => id === repository);
    if (!known) return [];
    const of = changesOf(part).length;
    return lineCells(settings, known, part, statuses.get(repository)).flatMap(
      ({ line, environments }) =>
        environments.flatMap((cell) =>
          toViews(cell).map((view) => ({ repository, line, of, ...view })),
        ),
    );
  });
}

type Held = Omit<DeploymentView, 'repository' | 'line' | 'of'>;

function toViews({ name, deployed, at, sha, url, attempted }: EnvironmentCell): Held[] {
  const running: Held[] =
    sha !== null && at !== null && deployed
      ? [{ environment: name, sha, state: 'success', at, url, holds: deployed }]
      : [];
  const tried: Held[] = attempted?.holds
    ? [
        {
          environment: name,
          sha: attempted.sha,
          state: attempted.state,
          at: attempted.at,
          url: attempted.url,
          holds: attempted.holds,
        },
      ]
    : [];
  return [...running, ...tried];
}
