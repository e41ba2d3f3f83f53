/**
 * What the screens and the resolvers say to each other: JSON only. The only file that `static/` may import.
 */
import type { Association } from '../domain/ownership/association';
import type { Check } from '../domain/check';
import type { DeploymentState } from '../domain/deployment';
import type { ReadProgress } from '../domain/evidence/repository-status';
import type { Gap } from '../domain/gap';
import type { Problem } from '../domain/problem';
import type { Review } from '../domain/pull-request';
import type { Provider, RepositoryKind } from '../domain/repository';
import type { LineSuggestion } from '../domain/settings/suggest-lines';
import type { ProjectSettings } from '../domain/settings/project-settings';
import type { ConnectionProblem } from '../usecases/explain-connection-failure';

export type { Association, AssociationSource } from '../domain/ownership/association';
export type { Check, CheckState } from '../domain/check';
export type { DeploymentState } from '../domain/deployment';
export type { ReadProgress } from '../domain/evidence/repository-status';
export type { Gap } from '../domain/gap';
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

/* The issue panel */

export type Verdict = 'safe' | 'warning' | 'manual-review' | 'blocked';
export type Reason = { code: string; level: Verdict; summary: string; evidence: string[] };

export type PresenceState = 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown';
export type Presence = { state: PresenceState; by: string | null; as: string | null };

export type CommitView = {
  sha: string;
  title: string;
  author: string;
  authoredAt: string;
  url: string | null;
  /** The strongest association: `title`, `trailer`, `pull-request-title`, … */
  source: string;
  /** All associations with this issue. */
  associations: Pick<Association, 'kind' | 'source' | 'detail'>[];
  isMerge: boolean;
  /** By line name. */
  presence: Record<string, Presence>;
  checks: Check[] | 'not-read';
};

/** none, part, all: of the issue's changes in the line's branch; deployed: all of them run in its environment. */
export type LineState = 'none' | 'part' | 'all' | 'deployed' | 'unknown';

/** One repository on one line. */
export type LineCell = {
  line: string;
  branch: string;
  branchState: 'read' | 'missing' | 'unknown';
  state: LineState;
  /** How many of the issue's changes the branch holds, of how many. */
  present: number;
  unknown: number;
  of: number;
  /** What the environments that this line feeds run. */
  environments: EnvironmentView[];
};

export type EnvironmentView = {
  name: string;
  /** How many of the issue's changes run there; `null` when nobody knows. */
  deployed: number | null;
  at: string | null;
  sha: string | null;
  url: string | null;
  /** The newest deployment, when it did not succeed. */
  attempted: {
    state: DeploymentState;
    at: string;
    sha: string;
    url: string | null;
    /** How many of the issue's changes that deployment would have brought. */
    holds: number | null;
  } | null;
};

/** One repository's changes of the issue. */
export type RepositoryChanges = {
  repository: string;
  url: string | null;
  service: string | null;
  owner: string | null;
  kind: RepositoryKind | null;
  notes: string[];
  cells: LineCell[];
  commits: CommitView[];
};

export type PullRequestView = {
  repository: string;
  number: number;
  title: string;
  url: string;
  state: 'open' | 'merged' | 'closed';
  isDraft: boolean;
  author: string | null;
  headBranch: string;
  baseBranch: string;
  mergedAt: string | null;
  updatedAt: string;
  /** approved, changes requested, waiting for review, or unknown; the author's own approval does not count. */
  review: 'approved' | 'changes-requested' | 'waiting' | 'unknown';
  reviews: Review[];
  checks: Check[] | 'not-read';
};

export type DeploymentView = {
  repository: string;
  environment: string;
  /** The line that this environment belongs to; `null` when no line names it. */
  line: string | null;
  sha: string;
  state: DeploymentState;
  at: string;
  url: string | null;
  /** How many of the issue's changes it holds, of how many. */
  holds: number;
  of: number;
};

export type RelatedIssueView = {
  key: string;
  summary: string;
  status: string;
  statusCategory: 'new' | 'in-progress' | 'done' | 'unknown';
  /** How Jira words it: `is blocked by`, `parent`, `sub-task`. */
  relation: string;
};

export type UnlinkedView = {
  repository: string;
  sha: string;
  title: string;
  by: string;
  at: string;
  reason: string;
};

export type RepositoryFreshness = {
  repository: string;
  service: string | null;
  asOf: string | null;
  progress: ReadProgress | null;
  renamedTo: string | null;
};

export type IssueView = {
  key: string;
  summary: string;
  status: string;
  verdict: Verdict;
  reasons: Reason[];
  /** Where the issue stands, in one sentence. */
  standing: { tone: 'success' | 'information' | 'warning' | 'unknown'; sentence: string };
  route: string[];
  changes: RepositoryChanges[];
  mentions: { repository: string; url: string | null; commits: CommitView[] }[];
  toPromote: { repository: string; sha: string }[];
  dependencies: { key: string; status: string; sources: string[] }[];
  lines: { name: string; state: LineState; basis: string; changedSince: string[] }[];
  manualSteps: { id: string; text: string; done: boolean; by: string | null; at: string | null }[];
  evidence: {
    /** The oldest reading among the project's repositories; `null` when one was never read. */
    asOf: string | null;
    complete: boolean;
    gaps: Gap[];
    repositories: RepositoryFreshness[];
    /** When this reply was made; ages are counted from here. */
    now: string;
  };
  pullRequests: PullRequestView[];
  deployments: DeploymentView[];
  related: RelatedIssueView[];
  unlinked: UnlinkedView[];
  /** What is not set up yet, so that the screen can say what to do; `null` when all is. */
  setup: 'no-settings' | null;
  /** Whether the viewer may open the settings. */
  mayConfigure: boolean;
};

/* Connections */

export type ConnectionView = {
  id: string;
  provider: Provider;
  /** `https://api.github.com`, `https://ghe.acme.com/api/v3`. */
  baseUrl: string;
  /** Only repositories of this owner; `null` for all that no other connection names. */
  owner: string | null;
  auth: { kind: 'token' } | { kind: 'app'; appId: number; installationId: number };
  savedAt: string;
  savedBy: string;
};

/** Without a token or key (or with an empty one), an edited connection keeps the one that it has. */
export type ConnectionInput = {
  id?: string;
  provider: Provider;
  baseUrl: string;
  owner: string | null;
  auth:
    | { kind: 'token'; token?: string }
    | { kind: 'app'; appId: number; installationId: number; privateKey?: string };
};

export type ConnectionTest =
  | { status: 'works'; account: string; repositories: number; hasMore: boolean }
  | ({ status: 'fails' } & ConnectionProblem);

export type HostRepositoryView = {
  id: string;
  path: string;
  defaultBranch: string;
  isArchived: boolean;
  url: string;
};

export type ProjectSummary = {
  key: string;
  name: string;
  isConfigured: boolean;
  repositories: number;
};

export type SettingsView = {
  /** `null` until they are saved for the first time. */
  settings: ProjectSettings | null;
  /** Of `settings`; saving with it refuses to overwrite what somebody else saved since. */
  revision: string | null;
  /** What a project begins with: no line, no repository, the usual rules. */
  defaults: ProjectSettings;
  repositories: RepositoryFreshness[];
  gaps: Gap[];
  /** When this reply was made; ages are counted from here. */
  now: string;
};

/** Every resolver function: payload and reply value. */
export type Api = {
  getIssue: (input: { issueKey: string }) => Reply<IssueView>;
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
  refreshProject: (input: { projectKey: string }) => Reply<{ queued: number }>;
};
