import type { Deployment } from '../deployment';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../settings/project-settings';
import { environmentType, type EnvironmentType } from './environment-type';

/** A line and the host environments that it names in one repository. */
export type EnvironmentsOfLine = { line: string; environments: readonly string[] };

/** The lines of a repository, in order of the route, with the environments that they name. */
export function environmentsOfLines(
  settings: Pick<ProjectSettings, 'route' | 'lines'>,
  repository: Pick<RepositorySettings, 'lines'>,
): EnvironmentsOfLine[] {
  return settings.route.map((line) => ({
    line,
    environments: lineIn(settings, repository, line)?.environments ?? [],
  }));
}

/**
 * The line that a host environment belongs to: by the tier that the host states, else the line that
 * names it (case does not matter), else the only line that names an environment of the same type
 * by its words (`eu-prod` goes with `production`), which never outdo a tier that the host states.
 * `null` when nothing says so.
 */
export function lineOfEnvironment(
  { environment, tier }: Pick<Deployment, 'environment' | 'tier'>,
  lines: readonly EnvironmentsOfLine[],
): string | null {
  const name = environment.toLowerCase();
  const naming = lines.find(({ environments }) =>
    environments.some((one) => one.toLowerCase() === name),
  );
  const byType = onlyLineOfType(tier ?? environmentType(environment), lines);
  return tier === null ? (naming?.line ?? byType) : (byType ?? naming?.line ?? null);
}

function onlyLineOfType(
  type: EnvironmentType,
  lines: readonly EnvironmentsOfLine[],
): string | null {
  if (type === 'unmapped') return null;
  const [line, another] = lines.filter(({ environments }) =>
    environments.some((one) => environmentType(one) === type),
  );
  return line && !another ? line.line : null;
}
