import type { Dependency, EdgeConflict } from '../dependencies/edge';
import type { Gap } from '../gap';
import type { IssueStatus } from '../issue';
import type { ChangedSince } from '../lines/life-event';
import type { LineState, Presence } from '../lines/line-state';
import type { ManualStep } from '../reasons/manual-step';
import type { NextAction } from '../reasons/next-action';
import type { Level, Reason } from '../reasons/reason';
import type { RepositoryId, RepositoryKind } from '../repository';
import type { ReleaseBefore } from './release-before';

/** A commit that carries a change of an issue of the bundle. */
export type JudgedCommit = {
  sha: string;
  title: string;
  author: string;
  /** ISO 8601, UTC. */
  authoredAt: string;
  url: string | null;
  /** The strongest association: `title`, `trailer`, … */
  source: string;
  /** By line of the route that the repository has. */
  presence: Record<string, Presence>;
};

export type JudgedPullRequest = {
  number: number;
  title: string;
  url: string;
  state: 'open' | 'merged' | 'closed';
};

/** What one repository brings of an issue. */
export type JudgedChanges = {
  repository: RepositoryId;
  /** What people call it: the service, else the path. */
  name: string;
  owner: string | null;
  kind: RepositoryKind | null;
  url: string | null;
  /** What testers should look at, from the settings. */
  notes: string[];
  /** Oldest first. */
  commits: JudgedCommit[];
  pullRequests: JudgedPullRequest[];
};

/** What checks that are not required say of the newest commit of an issue in one repository. */
export type JudgedSignals = {
  repository: RepositoryId;
  sha: string;
  /** How many passed or were skipped. */
  passed: number;
  /** All others. */
  open: { state: 'failed' | 'pending' | 'unknown'; text: string; url: string | null }[];
};

/** Where an issue is on one line, over all repositories. */
export type JudgedLine = {
  name: string;
  state: LineState;
  basis: string;
  /** Commits that reached the line after the last rejection, approval or sign-off there. */
  changedSince: string[];
  /** That rejection, approval or sign-off; absent when there was none. */
  since?: ChangedSince['event'];
};

/**
 * An issue of a bundle, judged as the app sees it: the same facts as its panel, as far as a release
 * needs them. What people ticked, signed and waived is in it only where the panel has it too: a
 * ticked manual step gives no reason `manual-step`.
 */
export type JudgedIssue = {
  key: string;
  /** Keys that it had before it was moved. */
  formerKeys: string[];
  projectKey: string;
  summary: string;
  issueType: string;
  status: IssueStatus;
  fixVersions: string[];
  verdict: Level;
  reasons: Reason[];
  changes: JudgedChanges[];
  /** In the order of promotion, oldest first in each repository. */
  toPromote: { repository: RepositoryId; sha: string }[];
  dependencies: Dependency[];
  conflicts: EdgeConflict[];
  lines: JudgedLine[];
  manualSteps: ManualStep[];
  actions: NextAction[];
  signals: JudgedSignals[];
  gaps: Gap[];
};

/**
 * A change of an issue that is not in the bundle: in a plan on `from` and not on `to`, in an audit one that
 * came to `to` since the release before.
 */
export type UnlistedChange = {
  /** `null`: no issue owns it. */
  key: string | null;
  repository: RepositoryId;
  shas: string[];
};

/** What a repository runs on `to` now: the sha to go back to. `null`: nobody knows. */
export type RollbackPoint = {
  repository: RepositoryId;
  name: string;
  line: string;
  backTo: string | null;
  /** Where that sha comes from: `deployed to production`, `head of main`. */
  basis: string;
};

/** A repository of the projects of a release, whether an issue touches it or not. */
export type JudgedPlace = Pick<JudgedChanges, 'repository' | 'name' | 'owner' | 'url'>;

/** All issues of a release with one promotion in view. */
export type JudgedBundle = {
  promotion: { from: string; to: string };
  mode: 'plan' | 'audit';
  /** By key, in the order of numbers. */
  issues: JudgedIssue[];
  /** Issues that the scope names and nobody could read. */
  unreadable: { key: string; why: string }[];
  unlisted: UnlistedChange[];
  /**
   * In an audit, the release that `unlisted` begins after; `null` when none is known, so that nobody can
   * tell what else came, and in a plan.
   */
  unlistedSince: ReleaseBefore | null;
  order: { repositories: RepositoryId[]; issues: string[]; cycles: string[][] };
  rollback: RollbackPoint[];
  /** All repositories of its projects, each once. */
  places: JudgedPlace[];
  /** Everything that could not be read, each once. */
  gaps: Gap[];
  /** When the oldest reading began that this rests on; `null` when a repository was never read. */
  asOf: string | null;
};
