import type { RepositoryStatus } from '../evidence/repository-status';
import { environmentsOfLines, lineOfEnvironment } from '../lines/environment-line';
import type { RepositoryId } from '../repository';
import { nameOf } from '../settings/name-of';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../settings/project-settings';
import type { RollbackPoint } from './judged-issue';

/**
 * What each repository runs on a line now: the sha of the newest deployment to an environment of the line, else
 * the head of its branch. By repository; `backTo` is `null` where nobody knows.
 */
export function rollbackPoints(
  projects: readonly ProjectSettings[],
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
  line: string,
): RollbackPoint[] {
  const points = projects.flatMap((settings) =>
    settings.repositories.map((listed) =>
      pointOf({ settings, listed, status: statuses.get(listed.id) }, line),
    ),
  );
  const byRepository = new Map(points.map((point) => [point.repository, point]));
  return [...byRepository.values()].sort((a, b) => (a.repository < b.repository ? -1 : 1));
}

type Place = {
  settings: ProjectSettings;
  listed: RepositorySettings;
  status: RepositoryStatus | undefined;
};

function pointOf(place: Place, line: string): RollbackPoint {
  const { settings, listed } = place;
  const found = runningOn(place, line) ?? headOf(place, line) ?? UNKNOWN;
  return { repository: listed.id, name: nameOf(listed.id, settings), line, ...found };
}

type Found = Pick<RollbackPoint, 'backTo' | 'basis'>;

const UNKNOWN: Found = { backTo: null, basis: 'nobody knows what it runs' };

function headOf({ settings, listed, status }: Place, line: string): Found | undefined {
  const branch = lineIn(settings, listed, line)?.branch;
  if (branch === undefined) return undefined;
  const head = status?.branches[branch];
  return head?.state === 'read' ? { backTo: head.sha, basis: `head of ${branch}` } : undefined;
}

function runningOn({ settings, listed, status }: Place, line: string): Found | undefined {
  const mapping = environmentsOfLines(settings, listed);
  const deployed = (status?.environments ?? [])
    .filter((one) => lineOfEnvironment(one, mapping) === line)
    .flatMap(({ environment, deployed: running }) =>
      running ? [{ environment, sha: running.sha, at: running.at }] : [],
    )
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const [newest] = deployed;
  return newest && { backTo: newest.sha, basis: `deployed to ${newest.environment}` };
}
