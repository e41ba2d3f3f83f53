import {
  DEFAULT_DEPENDENCY_LINKS,
  DEFAULT_ISSUE_TRAILERS,
  KEPT_SNAPSHOTS,
  type Line,
  type ProjectSettings,
  type RepositorySettings,
  type SignOffRole,
} from './project-settings';

/** What somebody decided about a project, in a fixed order: fields that hold their default are left out. */
export type LeanSettings = Pick<ProjectSettings, 'route'> & {
  lines: Record<string, Pick<Line, 'branch'> & Partial<Line>>;
  repositories?: (Pick<RepositorySettings, 'id'> & Partial<RepositorySettings>)[];
} & Partial<Omit<ProjectSettings, 'projectKey' | 'route' | 'lines' | 'repositories'>>;

/** A project's settings without what is a default anyway: shorter to keep, easier to read. */
export function withoutDefaults(settings: ProjectSettings): LeanSettings {
  const { route, lines, repositories, ...rest } = settings;
  const ordered = [...new Set([...route, ...Object.keys(lines)])];
  return {
    route,
    lines: Object.fromEntries(
      ordered.flatMap((name) => (lines[name] ? [[name, leanLine(lines[name])]] : [])),
    ),
    ...(repositories.length > 0 && { repositories: repositories.map(leanRepository) }),
    ...leanRules(rest),
  };
}

function leanRules(
  rules: Omit<ProjectSettings, 'projectKey' | 'route' | 'lines' | 'repositories'>,
): Partial<ProjectSettings> {
  const { issueTrailers, dependencyLinks, noChangeExpected, requiredChecks } = rules;
  const { requireReviews, signOffs, freeze, gates, snapshots, releaseManagers } = rules;
  const { issueTypes, labels } = noChangeExpected;
  return {
    ...(!isSame(issueTrailers, DEFAULT_ISSUE_TRAILERS) && { issueTrailers }),
    ...(!isSame(dependencyLinks, DEFAULT_DEPENDENCY_LINKS) && { dependencyLinks }),
    ...([...issueTypes, ...labels].length > 0 && { noChangeExpected }),
    ...(requiredChecks !== 'all' && { requiredChecks }),
    ...(requireReviews && { requireReviews }),
    ...(signOffs.length > 0 && { signOffs: signOffs.map(leanRole) }),
    ...decidedManagers(releaseManagers),
    ...(freeze.length > 0 && { freeze }),
    ...decidedGates(gates),
    ...decidedSnapshots(snapshots),
  };
}

const leanRole = ({ role, accountIds = [] }: SignOffRole): SignOffRole => ({
  role,
  ...(accountIds.length > 0 && { accountIds }),
});

const decidedManagers = (
  releaseManagers: ProjectSettings['releaseManagers'],
): Partial<Pick<ProjectSettings, 'releaseManagers'>> =>
  Object.values(releaseManagers).flat().length === 0 ? {} : { releaseManagers };

const decidedSnapshots = (
  snapshots: ProjectSettings['snapshots'],
): Partial<Pick<ProjectSettings, 'snapshots'>> =>
  snapshots.keep === KEPT_SNAPSHOTS.usual ? {} : { snapshots };

function decidedGates(gates: ProjectSettings['gates']): Partial<ProjectSettings> {
  const decided = Object.entries(gates).filter(([, gate]) => Object.keys(gate).length > 0);
  return decided.length === 0 ? {} : { gates: Object.fromEntries(decided) };
}

function leanLine({ branch, environments, rejectedStatuses, approvedStatuses }: Line): {
  branch: string;
} & Partial<Line> {
  return {
    branch,
    ...(environments.length > 0 && { environments }),
    ...(rejectedStatuses.length > 0 && { rejectedStatuses }),
    ...(approvedStatuses.length > 0 && { approvedStatuses }),
  };
}

function leanRepository(
  repository: RepositorySettings,
): Pick<RepositorySettings, 'id'> & Partial<RepositorySettings> {
  const { id, service, owner, kind, lines, notes, manualSteps, risks } = repository;
  return {
    id,
    ...(service !== null && { service }),
    ...(owner !== null && { owner }),
    ...(kind !== null && { kind }),
    ...(Object.keys(lines).length > 0 && { lines }),
    ...(notes.length > 0 && { notes }),
    ...(manualSteps.length > 0 && { manualSteps }),
    ...(risks.length > 0 && { risks }),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
