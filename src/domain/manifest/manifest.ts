/**
 * The manifest, `schemaVersion: 1`: the names that other programs rely on. The published schema is made
 * from `src/api/manifest-schema.ts`; both change only together.
 */
import type { Level } from '../reasons/reason';

export type ManifestPresence = {
  state: 'present' | 'adapted' | 'absent' | 'reverted' | 'unknown';
  by: string | null;
  as: string | null;
};

export type ManifestCommit = {
  sha: string;
  title: string;
  author: string;
  authoredAt: string;
  source: string;
  /** By line. */
  presence: Record<string, ManifestPresence>;
};

export type ManifestIssue = {
  key: string;
  summary: string;
  type: string;
  status: string;
  verdict: Level;
  reasons: { code: string; level: Level; summary: string; evidence: string[] }[];
  changes: { repository: string; commits: ManifestCommit[] }[];
  pullRequests: { repository: string; number: number; title: string; url: string; state: string }[];
  toPromote: { repository: string; sha: string }[];
  dependencies: { key: string | null; status: string; sources: string[] }[];
  lines: { name: string; state: string; basis: string; changedSince: string[] }[];
  manualSteps: {
    id: string;
    text: string;
    owner: string | null;
    done: boolean;
    by: string | null;
    at: string | null;
  }[];
};

export type ManifestCheckItem = {
  id: string;
  kind: string;
  text: string;
  issueKey: string | null;
  owner: string | null;
  state: 'open' | 'done' | 'failed';
  by: string | null;
  at: string | null;
  note: string | null;
  /** Commits that came after that word and opened the item again. */
  reopenedBy: string[];
};

export type ManifestWaiver = {
  id: string;
  reason: string;
  by: string;
  at: string;
  expiresAt: string;
};

export type ManifestSignOff = {
  role: string;
  by: string;
  at: string;
  decision: 'approved' | 'rejected';
  note: string | null;
  evidenceHash: string;
  /** `stale`: the evidence is not what the person saw. */
  status: 'valid' | 'stale' | 'revoked';
};

export type Manifest = {
  schemaVersion: 1;
  release: { name: string; projectKeys: string[]; versionIds: string[]; jql: string | null };
  promotion: { from: string; to: string };
  mode: 'plan' | 'audit';
  decision: 'SHIP' | 'NO-SHIP';
  verdict: Level;
  firstFailingGate: string | null;
  lifecycle: string;
  evidence: {
    hash: string;
    asOf: string | null;
    complete: boolean;
    gaps: { repository: string; what: string; why: string }[];
    /** Issues that the scope names and nobody could read. */
    unreadable: { key: string; why: string }[];
  };
  issues: ManifestIssue[];
  unlisted: { key: string | null; repository: string; shas: string[] }[];
  /** In an audit, the release that `unlisted` begins after; `null` in a plan, and when none is known. */
  unlistedSince: { version: string; releasedOn: string } | null;
  order: { repositories: string[]; issues: string[]; cycles: string[][] };
  gates: {
    id: string;
    status: 'passed' | 'failed' | 'waived';
    required: boolean;
    owner: string | null;
    severity: string;
    summary: string;
    waiver: ManifestWaiver | null;
  }[];
  followUps: {
    priority: 'P0' | 'P1' | 'P2' | 'P3';
    title: string;
    action: string;
    owner: string | null;
  }[];
  checklists: {
    qa: ManifestCheckItem[];
    client: ManifestCheckItem[];
    releaseManager: ManifestCheckItem[];
  };
  rollback: { repository: string; line: string; backTo: string | null; note: string }[];
  signOffs: ManifestSignOff[];
};
