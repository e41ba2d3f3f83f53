/** What the release page shows. Part of the contract with the screens; each reply stays below 500 KB. */
import type { Manifest } from '../domain/manifest/manifest';
import type { CheckItem } from '../domain/release/check-item';
import type { Gate } from '../domain/release/gate';
import type { SignOffStatus, WaiverStatus } from '../domain/release/act-status';
import type {
  LifecycleMove,
  LifecycleState,
  Revocation,
  SignOff,
  Waiver,
} from '../domain/release/acts';
import type { Gap } from '../domain/gap';
import type { LineState, LinkView, PromotionView, Verdict } from './issue-view';

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
  lines: { name: string; state: LineState; changedSince: number }[];
  toPromote: { commits: number; repositories: number };
  /** Names that people know, with who owns them. */
  repositories: { id: string; name: string; owner: string | null }[];
  owners: string[];
};

/** What the page shows first, and what every tab counts. */
export type ReleaseView = {
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
  gates: Gate[];
  firstFailingGate: string | null;
  followUps: Manifest['followUps'];
  /** Who must act, those with most to do first. */
  owners: { owner: string | null; things: number; first: string }[];
  lifecycle: { state: LifecycleState; next: LifecycleState | null; refusal: string[] };
  counts: {
    issues: number;
    hidden: number;
    repositories: number;
    verdicts: Record<Verdict, number>;
    unlisted: number;
    manualSteps: { done: number; of: number };
    checklists: Record<
      'qa' | 'client' | 'releaseManager',
      { done: number; failed: number; of: number }
    >;
    snapshots: number;
  };
  evidence: {
    hash: string;
    asOf: string | null;
    complete: boolean;
    gaps: Gap[];
    /** When this reply was made; ages are counted from here. */
    now: string;
    /** When the issues were judged. */
    judgedAt: string;
    /** How far a judging that is under way has come; `null` when there is none. */
    progress: { done: number; total: number } | null;
  };
  order: Manifest['order'];
  /** The first rows; `nextRow` is where `listReleaseRows` goes on, `null` at the end. */
  rows: ReleaseRow[];
  nextRow: number | null;
  you: { name: string; mayWaive: boolean; roles: { role: string; refusal: string | null }[] };
};

/** Reasons of all issues, by code, the worst first. */
export type ReasonGroup = {
  code: string;
  level: Verdict;
  issues: { key: string; summary: string; reason: string; links: LinkView[] }[];
};

export type RepositoryRow = {
  id: string;
  name: string;
  owner: string | null;
  kind: string | null;
  url: string | null;
  /** Where it stands in the order of promotion; `null` when nothing of it travels. */
  position: number | null;
  issues: string[];
  toPromote: number;
  backTo: { sha: string | null; basis: string };
};

/** Who needs whom in the bundle. */
export type GraphView = {
  nodes: {
    key: string;
    summary: string | null;
    verdict: Verdict | null;
    /** `outside`: it is needed and not in the bundle. `hidden`: nothing more may be told. */
    kind: 'issue' | 'outside' | 'hidden';
    inCycle: boolean;
  }[];
  edges: { from: string; to: string; status: string; why: string; sources: string[] }[];
};

export type ChecklistsView = { items: CheckItem[] };

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
