import {
  DEFAULT_DEPENDENCY_LINKS,
  DEFAULT_ISSUE_TRAILERS,
  type Line,
  type ProjectSettings,
  type RepositorySettings,
} from '../../src/domain/settings/project-settings';

/** A line that only has a branch. */
export function line(branch: string, more: Partial<Line> = {}): Line {
  return { branch, environments: [], rejectedStatuses: [], approvedStatuses: [], ...more };
}

/** A repository that does everything as the project does. */
export function repositorySettings(
  id: string,
  more: Partial<RepositorySettings> = {},
): RepositorySettings {
  const plain = { service: null, owner: null, kind: null };
  return { id, ...plain, lines: {}, notes: [], manualSteps: [], risks: [], ...more };
}

/** PAY with three lines and one repository. */
export function projectSettings(more: Partial<ProjectSettings> = {}): ProjectSettings {
  return {
    projectKey: 'PAY',
    route: ['dev', 'test', 'prod'],
    lines: { dev: line('develop'), test: line('release/test'), prod: line('main') },
    repositories: [repositorySettings('github:acme/payments-api')],
    issueTrailers: [...DEFAULT_ISSUE_TRAILERS],
    dependencyLinks: [...DEFAULT_DEPENDENCY_LINKS],
    noChangeExpected: { issueTypes: [], labels: [] },
    requiredChecks: 'all',
    requireReviews: false,
    signOffs: [],
    releaseManagers: { roles: [], accountIds: [] },
    freeze: [],
    gates: {},
    snapshots: { keep: 50 },
    ...more,
  };
}
