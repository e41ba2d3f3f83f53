/** What the issue panel shows. Part of the contract with the screens. */
import type { Association } from '../domain/ownership/association';
import type { Check } from '../domain/check';
import type { DeploymentState } from '../domain/deployment';
import type { ReadProgress } from '../domain/evidence/repository-status';
import type { Gap } from '../domain/gap';
import type { Review } from '../domain/pull-request';
import type { RepositoryKind } from '../domain/repository';

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
