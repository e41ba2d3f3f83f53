import type { CodeHost } from './code-host';
import type { CompositionStore } from './composition-store';
import type { Connection, ConnectionStore } from './connection-store';
import type { EvidenceStore } from './evidence-store';
import type { GateStore } from './gate-store';
import type { IssueMarker } from './issue-marker';
import type { IssueTracker } from './issue-tracker';
import type { IssueWriter } from './issue-writer';
import type { JobQueue } from './job-queue';
import type { MarkStore } from './mark-store';
import type { ReleaseStore } from './release-store';
import type { SnapshotStore } from './snapshot-store';
import type { SettingsStore } from './settings-store';
import type { SignatureVerifier } from './signature';
import type { TickStore } from './tick-store';

/** All that use cases need from outside; each takes the part that it uses. */
export type Ports = {
  /** Jira as the person sees it who asks. */
  asUser: IssueTracker;
  /** Writes into Jira as the person who asks. */
  writer: IssueWriter;
  /** Jira as the app sees it: for work that no person waits for. */
  asApp: IssueTracker;
  settings: SettingsStore;
  connections: ConnectionStore;
  jobs: JobQueue;
  evidence: EvidenceStore;
  ticks: TickStore;
  releases: ReleaseStore;
  gates: GateStore;
  verifySignature: SignatureVerifier;
  snapshots: SnapshotStore;
  compositions: CompositionStore;
  marks: MarkStore;
  /** Marks issues as the app. */
  marker: IssueMarker;
  /** Throws `ProviderError` like the host itself. `onRequest` is told of each request that leaves. */
  openCodeHost(connection: Connection, onRequest?: () => void): Promise<CodeHost>;
  /** ISO 8601, UTC. */
  now(): string;
  newId(): string;
  /** 32 random bytes for a signature: `whsec_` and base64. */
  newSecret(): string;
  /** Where pipelines ask whether a release may ship. */
  gateUrl(): Promise<string>;
  /** Milliseconds since it was called, by a clock that nobody sets. */
  startWatch(): () => number;
};
