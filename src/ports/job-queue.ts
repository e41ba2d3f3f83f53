import type { RepositoryId } from '../domain/repository';

/** Work that runs later, outside the request that asked for it; at least once, in any order. */
export type JobQueue = {
  /** Reads what changed in each repository. Returns how many readings were queued. */
  readRepositories(ids: readonly RepositoryId[]): Promise<number>;
  /** Goes on, after a while, with a reading that stopped at a step. */
  continueReading(
    at: { repository: RepositoryId; requestedAt: string; step: number },
    delaySeconds: number,
  ): Promise<void>;
  /** Judges the next issues of a composition, after a while: of the run that is named, else of whichever is to come. */
  compose(at: { id: string; run?: string; step?: number }, delaySeconds: number): Promise<void>;
  /** Marks the issues of a project for Jira's own search, after a while. */
  markIssues(at: { projectKey: string; attempt?: number }, delaySeconds: number): Promise<void>;
};
