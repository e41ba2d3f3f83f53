import type { GateId, Severity } from '../release/gate-id';
import type { RepositoryId, RepositoryKind } from '../repository';

/** An ordered step that changes travel: a branch and the host environments that it feeds. */
export type Line = {
  branch: string;
  environments: string[];
  rejectedStatuses: string[];
  approvedStatuses: string[];
};

/** What one repository does differently from the project on one line. */
export type LineOverride = { branch?: string; environments?: string[] };

export type ManualStepRule = { paths: string[]; text: string; owner: string | null };
/** From the mildest to the worst. */
export const RISK_LEVELS = ['warning', 'manual-review', 'blocked'] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];
/** Without a level, that of the code; `manual-review` for a code that the rule made up. It raises, and never lowers. */
export type RiskRule = { paths: string[]; code: string; level?: RiskLevel };

export type RepositorySettings = {
  id: RepositoryId;
  service: string | null;
  owner: string | null;
  kind: RepositoryKind | null;
  lines: Record<string, LineOverride>;
  notes: string[];
  manualSteps: ManualStepRule[];
  risks: RiskRule[];
};

export type DependencyLink = { type: string; direction: 'inward' | 'outward' };
/** Whoever has Jira's project role of that name signs, and who is named here. */
export type SignOffRole = { role: string; accountIds?: string[] };
/** Who decides for releases: whoever has one of Jira's project roles, or is named. Of nobody: who administers the project. */
export type ReleaseManagers = { roles: string[]; accountIds: string[] };
/** What a project decides about one gate of a release; a gate is required unless it says otherwise. */
export type GateSettings = { owner?: string; severity?: Severity; required?: boolean };
/** Calendar days, `from` and `to` included: `2026-12-20`. */
export type FreezeWindow = { name: string; from: string; to: string };

/** How many snapshots of a release are kept; those of a sign-off in force stay besides. */
export type SnapshotSettings = { keep: number };

/** All that an administrator decides for one Jira project. */
export type ProjectSettings = {
  projectKey: string;
  /** Names of the lines, in the order that changes travel. */
  route: string[];
  lines: Record<string, Line>;
  repositories: RepositorySettings[];
  /** Trailers that name an issue: `Issue`, `Fixes`, … */
  issueTrailers: string[];
  dependencyLinks: DependencyLink[];
  noChangeExpected: { issueTypes: string[]; labels: string[] };
  requiredChecks: 'all' | string[];
  requireReviews: boolean;
  signOffs: SignOffRole[];
  releaseManagers: ReleaseManagers;
  freeze: FreezeWindow[];
  /** Only gates of which something is decided. */
  gates: Partial<Record<GateId, GateSettings>>;
  snapshots: SnapshotSettings;
};

export const KEPT_SNAPSHOTS = { usual: 50, most: 500 } as const;

export const DEFAULT_ISSUE_TRAILERS: readonly string[] = [
  'Issue',
  'Jira',
  'Fixes',
  'Closes',
  'Refs',
  'Task-number',
];

/** Jira's links that mean "needs the other first". */
export const DEFAULT_DEPENDENCY_LINKS: readonly DependencyLink[] = [
  { type: 'Blocks', direction: 'outward' },
  { type: 'Depends', direction: 'outward' },
  { type: 'Requires', direction: 'outward' },
];

/** What a project begins with: no line, no repository, the usual rules. */
export function newSettings(projectKey: string): ProjectSettings {
  return {
    projectKey,
    route: [],
    lines: {},
    repositories: [],
    issueTrailers: [...DEFAULT_ISSUE_TRAILERS],
    dependencyLinks: [...DEFAULT_DEPENDENCY_LINKS],
    noChangeExpected: { issueTypes: [], labels: [] },
    requiredChecks: 'all',
    requireReviews: false,
    signOffs: [],
    releaseManagers: { roles: [], accountIds: [] },
    freeze: [],
    gates: {},
    snapshots: { keep: KEPT_SNAPSHOTS.usual },
  };
}

/** The branch and environments of a line in one repository: the project's, with the repository's own on top. */
export function lineIn(
  settings: Pick<ProjectSettings, 'lines'>,
  repository: Pick<RepositorySettings, 'lines'>,
  name: string,
): Line | undefined {
  const line = settings.lines[name];
  return line && { ...line, ...repository.lines[name] };
}
