/** What the release page shows. Part of the contract with the screens; each reply stays below 500 KB. */
import type { Gap } from '../domain/gap';
import type { Manifest } from '../domain/manifest/manifest';
import type { SignOffStatus, WaiverStatus } from '../domain/release/act-status';
import type {
  LifecycleMove,
  LifecycleState,
  Revocation,
  SignOff,
  Waiver,
} from '../domain/release/acts';
import type { CheckItem } from '../domain/release/check-item';
import type { Gate, GateSignals } from '../domain/release/gate';
import type { ChangedSinceView, LineState, LinkView, PromotionView, Verdict } from './issue-view';

/** A version of a project, by name or id. */
export type VersionChoice = { projectKey: string; version: string };

/** Which release is looked at, and how. */
export type ReleaseChoice = VersionChoice & {
  /** Versions that are released together with it. */
  also?: VersionChoice[];
  /** Instead of the versions' issues: those that this query finds. `version` then names the release. */
  jql?: string;
  from?: string;
  to?: string;
  mode?: 'plan' | 'audit';
};

/** A version that can be chosen. */
export type VersionView = {
  id: string;
  name: string;
  projectKey: string;
  isReleased: boolean;
  isArchived: boolean;
  /** `2026-05-18`; `null` when none was set. */
  releaseDate: string | null;
};

/** One row of the matrix. */
export type ReleaseRow = {
  key: string;
  summary: string;
  issueType: string;
  status: string;
  verdict: Verdict;
  /** Reasons, the worst first. */
  reasons: { code: string; level: Verdict; summary: string }[];
  lines: {
    name: string;
    state: LineState;
    /** How many commits reached the line since the last word there, and what that word was. */
    changedSince: number;
    since: ChangedSinceView['event']['kind'] | null;
  }[];
  toPromote: { commits: number; repositories: number };
  /** Names that people know. */
  repositories: string[];
  owners: string[];
};

/** A gate with the first of what keeps it shut, and the first of its signals. */
export type GateView = Omit<Gate, 'signals' | 'waiver'> & {
  openCount: number;
  signals: (GateSignals & { openCount: number }) | null;
  waiver: WaiverView | null;
};

export type FollowUpView = Manifest['followUps'][number] & {
  gate: string | null;
  issueKeys: string[];
};

export type ChecklistCount = { done: number; failed: number; of: number };

/** What the page shows first, and what every tab counts. */
export type ReleaseView = {
  setup: null;
  /** Of this bundle and promotion; acts name it. */
  id: string;
  name: string;
  projectKeys: string[];
  versions: VersionView[];
  route: string[];
  promotion: PromotionView;
  promotions: PromotionView[];
  mode: 'plan' | 'audit';
  decision: Manifest['decision'];
  verdict: Verdict;
  /** In order; `firstFailingGate` is the id of one of them. */
  gates: GateView[];
  firstFailingGate: string | null;
  /** The first of them; `counts.followUps` says of how many. */
  followUps: FollowUpView[];
  /** Who must act, those with most to do first. */
  owners: { owner: string | null; things: number; first: string }[];
  lifecycle: { state: LifecycleState; next: LifecycleState | null; refusal: string[] };
  counts: {
    /** With those that the viewer may not see. */
    issues: number;
    hidden: number;
    repositories: number;
    verdicts: Record<Verdict, number>;
    followUps: number;
    reasons: number;
    edges: number;
    unlisted: number;
    manualSteps: { done: number; of: number };
    checklists: Record<'qa' | 'client' | 'releaseManager', ChecklistCount>;
  };
  evidence: {
    hash: string;
    asOf: string | null;
    complete: boolean;
    gaps: Gap[];
    unreadable: { key: string; why: string }[];
    /** When this reply was made; ages are counted from here. */
    now: string;
    /** When the oldest of the judgements was made. */
    judgedAt: string;
    /** Something changed since then, and it is being judged again. */
    isStale: boolean;
    /** How far a judging has come; `null` when there is none under way. */
    progress: { done: number; total: number } | null;
  };
  order: {
    repositories: { id: string; name: string; commits: number }[];
    cycles: string[][];
  };
  /** The first rows; `nextRow` is where `listReleaseRows` goes on, `null` at the end. */
  rows: ReleaseRow[];
  nextRow: number | null;
  /** What the viewer may do. */
  you: {
    name: string;
    /** Give and revoke waivers, and move the release on. */
    mayWaive: boolean;
    /** Who may, in words that a verb follows: `who administers PAY, or Jira,`. */
    whoDecides: string;
    /** `refusal` says why a role is not for them; `null`: it is. `note`: why anybody may sign. */
    roles: { role: string; refusal: string | null; note: string | null }[];
  };
};

/** The project has no route yet: there is nothing to judge by. */
export type ReleaseSetup = { setup: 'no-settings'; mayConfigure: boolean };

export type ReleaseRows = { rows: ReleaseRow[]; next: number | null };

/** One reason of one issue; those of one code follow each other, the worst code first. */
export type ReasonEntry = {
  code: string;
  level: Verdict;
  key: string;
  summary: string;
  reason: string;
  links: LinkView[];
};

export type RepositoryRow = {
  id: string;
  name: string;
  owner: string | null;
  kind: string | null;
  url: string | null;
  /** Where it stands in the order of promotion, from 1; `null` when nothing of it travels. */
  position: number | null;
  issues: string[];
  toPromote: number;
  /** The commit to go back to; `null` when nobody knows. */
  backTo: string | null;
  backToUrl: string | null;
  /** Where it comes from, and what going back does not undo. */
  note: string;
};

/** Who needs whom in the bundle; issues that nobody needs and that need nobody are left out. */
export type GraphView = {
  nodes: GraphNode[];
  edges: GraphEdge[];
  cycles: string[][];
  conflicts: { one: string; other: string; sources: string[] }[];
  /** Edges that did not fit. */
  left: number;
};

export type GraphNode = {
  /** The key; of a hidden issue a number that names nobody. */
  id: string;
  key: string | null;
  summary: string | null;
  verdict: Verdict | null;
  /** `outside`: it is needed and not in the bundle. `hidden`: nothing more may be told. */
  kind: 'issue' | 'outside' | 'hidden';
  isInCycle: boolean;
};

/** A waiver, and whether it still counts. `covers`: how many things it covers. */
export type WaiverView = Omit<Waiver, 'items'> & { covers: number; status: WaiverStatus };

/** A sign-off, and whether it still counts. */
export type SignOffView = SignOff & { status: SignOffStatus };

/** What people did with a release, the newest first. */
export type ReleaseHistory = {
  waivers: WaiverView[];
  signOffs: SignOffView[];
  moves: LifecycleMove[];
};

/** Somebody's word on an item of a checklist, as it was kept. */
export type SaidWordView = {
  itemId: string;
  issueKey: string | null;
  outcome: 'done' | 'failed' | 'open';
  by: string;
  at: string;
  note: string | null;
};

/** Who took an act back, when and why. */
export type RevokedView = { id: string; revoked: Revocation };
/** `from` needs `to`. */
export type GraphEdge = {
  from: string;
  to: string;
  status: 'satisfied' | 'in-bundle' | 'missing' | 'unresolved' | 'hidden';
  why: string;
  sources: string[];
};

export type StepRow = {
  id: string;
  issueKey: string;
  summary: string;
  text: string;
  owner: string | null;
  repository: string;
  links: LinkView[];
  done: boolean;
  by: string | null;
  at: string | null;
  note: string | null;
};

export type UnlistedRow = {
  /** `null`: no issue owns it. */
  key: string | null;
  repository: string;
  name: string;
  commits: LinkView[];
};

type Paged<Item> = { items: Item[]; next: number | null };

/** What one tab shows; `next` is where the same question goes on. */
export type ReleasePart =
  | ({ part: 'reasons' } & Paged<ReasonEntry>)
  | ({ part: 'repositories' } & Paged<RepositoryRow>)
  | ({ part: 'manual-steps' } & Paged<StepRow>)
  | ({ part: 'qa' | 'client' | 'releaseManager' } & Paged<CheckItem>)
  | ({ part: 'unlisted' } & Paged<UnlistedRow>)
  | { part: 'graph'; graph: GraphView };

export type ReleasePartName = ReleasePart['part'];
