import type { MarkRecord } from '../domain/release/issue-mark';

/** Marking of a project's issues that is queued. ISO 8601, UTC. */
export type QueuedMarking = {
  /** `null` once it began. */
  dueAt: string | null;
  /** When it was last queued because a large release was judged; `null` when it never was. */
  judgedAt: string | null;
};

/** What Convoy wrote on the issues of a project, so that it writes again only what changed. */
export type MarkStore = {
  readMarks(projectKey: string): Promise<MarkRecord>;
  /** `change` sees the newest record and runs again when somebody was faster; the same record is not written. */
  changeMarks(projectKey: string, change: (record: MarkRecord) => MarkRecord): Promise<void>;
  findQueued(projectKey: string): Promise<QueuedMarking | undefined>;
  saveQueued(projectKey: string, queued: QueuedMarking): Promise<void>;
};
