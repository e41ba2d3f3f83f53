import type { EvidenceLink } from '../reasons/reason';

/** Where it was said that one issue needs another. */
export type EdgeSourceKind =
  | 'jira-link'
  | 'trailer'
  | 'pull-request'
  | 'sub-task'
  | 'shared-pull-request'
  | 'stacked-pull-request';

export type EdgeSource = EvidenceLink & {
  kind: EdgeSourceKind;
  /** Whether it is a link that says that the other blocks this one. */
  isBlocking: boolean;
};

/**
 * `from` needs `to` first. A shared pull request has no direction: each side has an edge to the other,
 * which makes neither a cycle nor a conflict.
 */
export type Edge = { from: string; to: string; sources: EdgeSource[] };

/**
 * satisfied: all its changes are in the target, or it has none and is done; in-bundle: it travels in the
 * same bundle and may; missing: it has changes that are not in the target and does not travel (or may
 * not); unresolved: nothing is known of it; hidden: the viewer may not see it.
 */
export type EdgeStatus = 'satisfied' | 'in-bundle' | 'missing' | 'unresolved' | 'hidden';

/** An edge as a promotion sees it. */
export type Dependency = {
  /** The issue that is needed; `null` when it is hidden from the viewer. */
  key: string | null;
  summary: string | null;
  /** Name and category of its status in Jira; `null` when nobody knows. */
  issueStatus: { name: string; category: 'new' | 'in-progress' | 'done' | 'unknown' } | null;
  status: EdgeStatus;
  /** Why it has this status, in plain words. */
  why: string;
  sources: EdgeSource[];
  /** The issue that needs it: the issue itself, or one that it needs in turn. `null` when hidden. */
  neededBy: string | null;
  /** Whether it has any change in a repository. */
  hasChanges: boolean;
  url: string | null;
};

/** Two sources that say opposite things of the same two issues. */
export type EdgeConflict = { one: string; other: string; sources: EdgeSource[] };

/** All that an issue needs, and in which order things go. */
export type Dependencies = {
  edges: Dependency[];
  /** Cycles that the issue is in, each sorted and named. */
  cycles: string[][];
  conflicts: EdgeConflict[];
  /** Issues that travel together, in the order of promotion; ties are alphabetical. */
  order: string[];
};
