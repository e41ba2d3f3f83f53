type RetryContext = { retryCount: number; retryReason: string; retryData?: unknown };

export type QueuedEvent = {
  eventId: string;
  jobId: string;
  queueName: string;
  body: Record<string, unknown>;
  sequence: number;
  /** Queue time, in milliseconds. */
  pushedAt: number;
  dueAt: number;
  deliveries: number;
  depth: number;
  isDuplicate: boolean;
  concurrency?: { key: string; limit: number };
  retryContext?: RetryContext;
};

/** An event that was given up, and why. */
export type DeadEvent = QueuedEvent & { reason: string };

export type Job = { success: number; failed: number };
