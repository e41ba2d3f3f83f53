/** What the issue panel shows. Part of the contract with the screens. */
import type { Association } from '../domain/ownership/association';
import type { Check } from '../domain/check';
import type { DeploymentState } from '../domain/deployment';
import type { ReadProgress } from '../domain/evidence/repository-status';
import type { Gap } from '../domain/gap';
import type { Review } from '../domain/pull-request';
import type { Reopened } from '../domain/reasons/manual-step';
import type { RepositoryKind } from '../domain/repository';

export type Verdict = 'safe' | 'warning' | 'manual-review' | 'blocked';

/** Something to look at; `url` is `null` where nobody knows an address (an issue: its key is the text). */
export type LinkView = { text: string; url: string | null };

export type Reason = {
  code: string;
  level: Verdict;
  /** One sentence in plain words. */
  summary: string;
  /** The evidence as plain text: an address where there is one. */
  evidence: string[];
  /** The same evidence with words to show. */
  links: LinkView[];
};

/** What to do next, the most urgent first. */
export type ActionView = {
  text: string;
  owner: string | null;
  /** The reason that it answers. */
  code: string;
  links: LinkView[];
};

export type PresenceState = 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown';
/**
 * `by` names the proof (`ancestor`, `cherry-pick`, `change-id`, `patch`, `patch-loose`, `squash`, `content`,
 * `title`, `reapply`, `revert`, `empty`), `as` the commit that proves it.
 */
export type Presence = {
  state: PresenceState;
  by: string | null;
  as: string | null;
  note?: 'merged-without-content' | 'carries-no-change';
};

/** Moving what is on one line to a later one. */
export type PromotionView = { from: string; to: string };

/** An issue that this one needs, or one that those need in turn. */
export type DependencyView = {
  /** `null` when the viewer may not see it. */
  key: string | null;
  summary: string | null;
  /** Its status in Jira. */
  issueStatus: string | null;
  status: 'satisfied' | 'in-bundle' | 'missing' | 'unresolved' | 'hidden';
  /** Why, in plain words. */
  why: string;
  /** Kinds of the places that say so: `jira-link`, `trailer`, `pull-request`, `sub-task`, … */
  sources: string[];
  links: LinkView[];
  /** The issue that needs it; `null` when that one is hidden. */
  neededBy: string | null;
};

export type ConflictView = { one: string; other: string; links: LinkView[] };

export type ManualStepView = {
  id: string;
  text: string;
  owner: string | null;
  repository: string;
  source: 'trailer' | 'settings';
  links: LinkView[];
  done: boolean;
  by: string | null;
  at: string | null;
  note: string | null;
  /** Of a step that is not done any more: who took the tick back, or whose tick a new commit outdated. */
  reopened: Reopened | null;
};

/** Something for a person to look at or to do; the same item, under the same id, is on the release's lists. */
export type CheckItemView = {
  id: string;
  audience: 'qa' | 'client' | 'releaseManager';
  kind: 'test' | 'retest' | 'note' | 'review' | 'manual-step' | 'confirm' | 'release';
  text: string;
  owner: string | null;
  links: LinkView[];
  state: 'open' | 'done' | 'failed';
  /** The newest word; of an item that new commits opened again, the word before them. */
  word: {
    outcome: 'done' | 'failed' | 'open';
    by: string;
    at: string;
    note: string | null;
  } | null;
  /** How many commits came after that word and opened it again. */
  reopenedBy: number;
};

/** Something that happened to the issue on a line, oldest first. */
export type LifeEventView = {
  kind:
    | 'in-branch'
    | 'deployed'
    | 'redeployed'
    | 'rolled-back'
    | 'deployment-failed'
    | 'deploying'
    | 'rejected'
    | 'approved'
    | 'promoted';
  at: string;
  line: string;
  repository: string | null;
  /** The branch or the environment. */
  place: string | null;
  /** Who rejected or approved. */
  by: string | null;
  /** The Jira status that says so, or what failed in Convoy: `Test failed`. */
  status: string | null;
  /** What was said with it in Convoy. */
  note: string | null;
  shas: string[];
  url: string | null;
};

/** What changed on a line since somebody rejected or approved there. */
export type ChangedSinceView = {
  event: {
    kind: 'rejected' | 'approved' | 'signed-off';
    at: string;
    by: string | null;
    status: string;
  };
  commits: {
    repository: string;
    sha: string;
    title: string;
    url: string | null;
    /** `null`: nobody knows when. */
    reachedAt: string | null;
    deployedSince: boolean | null;
  }[];
};

export type IssueLineView = {
  name: string;
  state: LineState;
  basis: string;
  /** Shas of `since`. */
  changedSince: string[];
  stage: 'in-branch' | 'deployed' | 'rejected' | 'redeployed' | 'approved' | 'promoted' | null;
  since: ChangedSinceView | null;
};

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
  /** Of these, in another form than it was made. */
  adapted: number;
  reverted: number;
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
  /** The promotion that verdict, reasons, plan and dependencies are about; `null` without a route. */
  promotion: PromotionView | null;
  mode: 'plan' | 'audit';
  /** Promotions that a person may ask about: each line and the next. */
  promotions: PromotionView[];
  /** The most urgent first; the screen shows three. */
  nextActions: ActionView[];
  /** Commits that must still travel, oldest first in each repository, repositories in the order of promotion. */
  toPromote: { repository: string; sha: string }[];
  dependencies: DependencyView[];
  /** Issues and repositories in the order of promotion; cycles travel together. */
  order: { issues: string[]; repositories: string[]; cycles: string[][] };
  conflicts: ConflictView[];
  lines: IssueLineView[];
  /** What happened on all lines, oldest first. */
  life: LifeEventView[];
  manualSteps: ManualStepView[];
  /** What there is to look at and to do, for QA, the client and the release manager. */
  checklist: CheckItemView[];
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
