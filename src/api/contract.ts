/**
 * What the screens and the resolvers say to each other: JSON only. The only file that `static/` may import.
 */
import type { Finding } from '../domain/doctor/finding';
import type { Problem } from '../domain/problem';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { LineSuggestion } from '../domain/settings/suggest-lines';
import type { Manifest } from '../domain/manifest/manifest';
import type { IssueView, RepositoryFreshness } from './issue-view';
import type { ExportAudience, ExportFormat, FileFormat } from './release-export';
import type { ChangesSinceView, ComparisonView, Snapshot, TextPart } from './snapshot-view';
import type { LifecycleMove, LifecycleState, SignOff } from '../domain/release/acts';
import type { Person } from '../ports/issue-tracker';
import type { GateId } from '../domain/release/gate-id';
import type {
  ReleaseChoice,
  ReleaseHistory,
  ReleasePart,
  ReleasePartName,
  ReleaseRows,
  ReleaseSetup,
  ReleaseView,
  RevokedView,
  SaidWordView,
  VersionView,
  WaiverView,
} from './release-view';
import type {
  ConnectionInput,
  ConnectionTest,
  ConnectionView,
  HostRepositoryView,
  ProjectSummary,
  SettingsView,
} from './settings-view';

export type * from './issue-view';
export type * from './release-view';
export type * from '../domain/manifest/manifest';
export type * from './settings-view';
export type * from './snapshot-view';
export type { ExportAudience, ExportFormat, FileFormat } from './release-export';
export type { Finding, RepairPlace, Severity, Confidence } from '../domain/doctor/finding';
export type { Association, AssociationSource } from '../domain/ownership/association';
export type { Check, CheckState } from '../domain/check';
export type { DeploymentState } from '../domain/deployment';
export type { ReadProgress } from '../domain/evidence/repository-status';
export type { CheckItem } from '../domain/release/check-item';
export type { GateId } from '../domain/release/gate-id';
export type { GateItem } from '../domain/release/gate';
export type { Gap } from '../domain/gap';
export type { Person } from '../ports/issue-tracker';
export type { LifecycleMove, LifecycleState } from '../domain/release/acts';
export type { Problem } from '../domain/problem';
export type { Review, ReviewState } from '../domain/pull-request';
export type { Provider, RepositoryKind } from '../domain/repository';
export type { LineSuggestion } from '../domain/settings/suggest-lines';
export type { ProjectSettings, RepositorySettings } from '../domain/settings/project-settings';

export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: ReplyError };

export type ReplyError = {
  code: 'invalid-input' | 'not-found' | 'forbidden' | 'conflict' | 'rate-limited' | 'unavailable';
  /** For the reader: what failed, on what, what to do. */
  message: string;
  /** What is wrong with the input, one entry per place. */
  problems?: Problem[];
};

/** Every resolver function: payload and reply value. */
export type Api = {
  getIssue: (input: {
    issueKey: string;
    /** Without them: from the furthest line that has any of its changes to the next one. */
    from?: string;
    to?: string;
    mode?: 'plan' | 'audit';
  }) => Reply<IssueView>;
  /** Says that a manual step of an issue is done, or that it is not after all. */
  tickManualStep: (input: {
    issueKey: string;
    stepId: string;
    done: boolean;
    note?: string;
    /** The promotion that is looked at; the usual one without them. */
    from?: string;
    to?: string;
  }) => Reply<{ stepId: string; done: boolean; by: string; at: string }>;
  /** Says of an item of an issue's checklist that it is done, that it failed, or that it is open after all. */
  tickCheckItem: (input: {
    issueKey: string;
    itemId: string;
    outcome: 'done' | 'failed' | 'open';
    note?: string;
    /** The promotion that is looked at; the usual one without them. */
    from?: string;
    to?: string;
    mode?: 'plan' | 'audit';
  }) => Reply<SaidWordView>;
  refreshIssue: (input: { issueKey: string }) => Reply<{ queued: number }>;
  getProgress: (input: { issueKey: string }) => Reply<{ repositories: RepositoryFreshness[] }>;
  linkCommit: (input: {
    issueKey: string;
    repository: string;
    sha: string;
    reason: string;
  }) => Reply<{ queued: number }>;
  unlinkCommit: (input: {
    issueKey: string;
    repository: string;
    sha: string;
    reason: string;
  }) => Reply<{ queued: number }>;

  listConnections: () => Reply<ConnectionView[]>;
  saveConnection: (input: ConnectionInput) => Reply<ConnectionView>;
  deleteConnection: (input: { id: string }) => Reply<{ id: string }>;
  testConnection: (input: { id: string }) => Reply<ConnectionTest>;
  listHostRepositories: (input: {
    connectionId: string;
    cursor: string | null;
  }) => Reply<{ repositories: HostRepositoryView[]; next: string | null }>;
  suggestLines: (input: {
    repository: string;
    /** The project whose saved route the branches are for; without one: the usual lines. */
    projectKey?: string;
    /** The route as it is being edited, in place of the saved one. */
    route?: { name: string; branch: string }[];
  }) => Reply<{
    branches: string[];
    /** Whether `branches` are all that the repository has. */
    isComplete: boolean;
    suggestions: LineSuggestion[];
  }>;
  listProjects: () => Reply<ProjectSummary[]>;
  getSettings: (input: { projectKey: string }) => Reply<SettingsView>;
  saveSettings: (input: {
    settings: ProjectSettings;
    /** The `revision` that was edited; another one now is a `conflict`. Without it, the last one wins. */
    revision?: string | null;
  }) => Reply<{ queued: number }>;
  importSettings: (input: {
    text: string;
    /** The project that a `gig.yaml` is for: that file names none. */
    projectKey?: string;
    /** Only say what would change. */
    dryRun?: boolean;
  }) => Reply<{ projects: ProjectSettings[]; queued: number; notes: string[] }>;
  exportSettings: (input: { projectKeys: string[] }) => Reply<{ text: string }>;
  /** Versions of a project: those to come first, then the newest. */
  listReleases: (input: { projectKey: string }) => Reply<VersionView[]>;
  /** The first screen of a release, with the first rows of its matrix. */
  openRelease: (input: ReleaseChoice) => Reply<ReleaseView | ReleaseSetup>;
  /** Rows of the matrix from `start` on. */
  listReleaseRows: (input: ReleaseChoice & { start?: number }) => Reply<ReleaseRows>;
  /** What one tab shows, from `start` on. */
  getReleasePart: (
    input: ReleaseChoice & { part: ReleasePartName; start?: number },
  ) => Reply<ReleasePart>;
  /** The whole manifest: for programs and exports; the page asks in parts. */
  getRelease: (input: ReleaseChoice) => Reply<Manifest>;
  /** Keeps the manifest of a release as it is now. */
  createSnapshot: (input: ReleaseChoice & { note?: string }) => Reply<Snapshot>;
  /** The newest first. */
  listSnapshots: (input: ReleaseChoice) => Reply<Snapshot[]>;
  /** A snapshot with its manifest, as JSON, in parts; how many issues of it the viewer may not see. */
  getSnapshot: (
    input: ReleaseChoice & { id: string; part?: number },
  ) => Reply<{ snapshot: Snapshot; hidden: number } & TextPart>;
  /** `before` and `after`: the id of a snapshot, or `now`. */
  compareSnapshots: (
    input: ReleaseChoice & { before: string; after: string; start?: number },
  ) => Reply<ComparisonView>;
  /** What is different now from the last snapshot, sign-off, or what stood before the last rejection. */
  whatChanged: (
    input: ReleaseChoice & { since: 'snapshot' | 'sign-off' | 'rejection'; start?: number },
  ) => Reply<ChangesSinceView>;
  /** The release, or a snapshot of it, as a file, in parts. */
  exportRelease: (
    input: ReleaseChoice & {
      format: ExportFormat;
      audience?: ExportAudience;
      /** The id of a snapshot; without one the release as it is now. */
      snapshot?: string;
      part?: number;
    },
  ) => Reply<{ fileName: string; mediaType: string } & TextPart>;
  /** Says of an item of any checklist that it is done, that it failed, or that it is open after all. */
  tickItem: (input: {
    release: ReleaseChoice;
    itemId: string;
    outcome: 'done' | 'failed' | 'open';
    note?: string;
  }) => Reply<SaidWordView>;
  /** Excepts what a gate has open now, until `expiresAt` (ISO 8601, 90 days at most). */
  giveWaiver: (input: {
    release: ReleaseChoice;
    gate: GateId;
    reason: string;
    expiresAt: string;
  }) => Reply<{ waiver: WaiverView }>;
  revokeWaiver: (input: {
    release: ReleaseChoice;
    id: string;
    reason?: string;
  }) => Reply<RevokedView>;
  /** `evidenceHash` is the one that the person saw; another one now is a `conflict`. */
  signOff: (input: {
    release: ReleaseChoice;
    role: string;
    decision: 'approved' | 'rejected';
    note?: string;
    evidenceHash: string;
  }) => Reply<{ signOff: SignOff }>;
  revokeSignOff: (input: {
    release: ReleaseChoice;
    id: string;
    reason?: string;
  }) => Reply<RevokedView>;
  /** Refused as a `conflict` with everything that fails. */
  moveLifecycle: (input: {
    release: ReleaseChoice;
    to: LifecycleState;
    note?: string;
  }) => Reply<{ move: LifecycleMove; state: LifecycleState; next: LifecycleState | null }>;
  /** What people did with a release, and whether it still counts. */
  getReleaseHistory: (input: ReleaseChoice) => Reply<ReleaseHistory>;
  /** Puts the manifest into Jira, as the viewer: `places` are the issue or the ids of the versions. */
  attachManifest: (
    input: ReleaseChoice & {
      target:
        | { kind: 'issue'; issueKey: string }
        | { kind: 'comment'; issueKey: string }
        | { kind: 'version' };
      /** Of a file; a comment and a description have their own. */
      format?: FileFormat;
      audience?: ExportAudience;
      snapshot?: string;
    },
  ) => Reply<{ places: string[] }>;
  /** The worst first. */
  getDoctor: (input: { projectKey: string }) => Reply<Finding[]>;
  /** Where pipelines ask whether a release may ship, and who made the secret that they sign with. */
  getGate: (input: { projectKey: string }) => Reply<{
    url: string;
    key: { savedAt: string; savedBy: string } | null;
  }>;
  /** Tells the new secret this once. */
  createGateKey: (input: {
    projectKey: string;
  }) => Reply<{ url: string; secret: string; savedAt: string; savedBy: string }>;
  deleteGateKey: (input: { projectKey: string }) => Reply<{ projectKey: string }>;
  refreshProject: (input: { projectKey: string }) => Reply<{ queued: number }>;
  /** People whose name or mail address begins with `words`, the first twenty that the viewer may find. */
  findPeople: (input: { words: string }) => Reply<Person[]>;
  /** Who these accounts are; those that Jira does not know are left out. */
  namePeople: (input: { accountIds: string[] }) => Reply<Person[]>;
};
