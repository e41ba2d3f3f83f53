import type { CommitChecks } from '../domain/check';
import type { Commit } from '../domain/commit';
import type { Deployment } from '../domain/deployment';
import type { ArrivedChange } from '../domain/evidence/arrived-changes';
import type { IssueEvidence, RepositoryEvidence } from '../domain/evidence/issue-evidence';
import type { SpreadChange } from '../domain/evidence/partly-spread';
import type { PresenceAnswers, RecordedDiff } from '../domain/evidence/presence-answers';
import type { ReleasedBundle } from '../domain/evidence/released-bundle';
import type { RepositoryHeader } from '../domain/evidence/repository-header';
import type { RepositoryStatus } from '../domain/evidence/repository-status';
import type { StatusShard } from '../domain/evidence/status-shard';
import type { ManualAssociation } from '../domain/ownership/manual-association';
import type { PullRequest } from '../domain/pull-request';
import type { RepositoryId } from '../domain/repository';

/**
 * What was read from the code hosts. One reading at a time writes a repository's own records;
 * records that several readings share (issues, statuses, associations) are changed under optimistic locking.
 */
export type EvidenceStore = {
  /** `undefined` also for one whose records an earlier version wrote in another form: it is read anew. */
  findHeader(id: RepositoryId): Promise<RepositoryHeader | undefined>;
  saveHeader(header: RepositoryHeader): Promise<void>;

  /** The first `count` commits of the repository's log, in the order they were read. */
  readCommits(id: RepositoryId, count: number): Promise<Commit[]>;
  /** Writes `commits` at position `from` of the log. What stood behind is gone; nothing before changes. */
  appendCommits(id: RepositoryId, from: number, commits: readonly Commit[]): Promise<void>;

  /** The first `count` rows of the repository's log of diffs; of several of one commit the last counts. */
  readDiffs(id: RepositoryId, count: number): Promise<Map<string, RecordedDiff>>;
  /** As `appendCommits`; blob ids are cut to 12 digits. */
  appendDiffs(
    id: RepositoryId,
    from: number,
    diffs: readonly (readonly [string, RecordedDiff])[],
  ): Promise<void>;

  /** None where an earlier version wrote them in another form: they are asked for again. */
  readAnswers(id: RepositoryId): Promise<PresenceAnswers>;
  saveAnswers(id: RepositoryId, answers: PresenceAnswers): Promise<void>;

  readPullRequests(id: RepositoryId, buckets: readonly number[]): Promise<PullRequest[]>;
  /**
   * Adds or replaces pull requests; returns the buckets that they lie in. What lies in a bucket that is
   * not among `buckets` does not count.
   */
  savePullRequests(
    id: RepositoryId,
    buckets: readonly number[],
    pullRequests: readonly PullRequest[],
  ): Promise<number[]>;

  readDeployments(id: RepositoryId): Promise<Deployment[]>;
  saveDeployments(id: RepositoryId, deployments: readonly Deployment[]): Promise<void>;

  /** None where an earlier version wrote them in another form: they are asked for again. */
  readChecks(id: RepositoryId): Promise<Map<string, CommitChecks>>;
  saveChecks(id: RepositoryId, checks: ReadonlyMap<string, CommitChecks>): Promise<void>;

  /** Which issues the repository last contributed to, each with a digest of its part. */
  readIndex(id: RepositoryId): Promise<Map<string, string>>;
  saveIndex(id: RepositoryId, digests: ReadonlyMap<string, string>): Promise<void>;

  /** Changes of the repository that are not on every branch of a line, as of the last reading. */
  readSpread(id: RepositoryId): Promise<SpreadChange[]>;
  saveSpread(id: RepositoryId, changes: readonly SpreadChange[]): Promise<void>;
  /** When changes of the repository came to the branches of lines, as of the last reading. */
  readArrivals(id: RepositoryId): Promise<ArrivedChange[]>;
  saveArrivals(id: RepositoryId, changes: readonly ArrivedChange[]): Promise<void>;

  /** The keys of Jira's projects as they were read last. */
  findProjectKeys(): Promise<{ keys: string[]; readAt: string } | undefined>;
  /** What a project released last, as it was read last; `null` when it released nothing. */
  findReleased(
    projectKey: string,
  ): Promise<{ bundle: ReleasedBundle | null; readAt: string } | undefined>;
  saveReleased(
    projectKey: string,
    released: { bundle: ReleasedBundle | null; readAt: string },
  ): Promise<void>;
  saveProjectKeys(projects: { keys: string[]; readAt: string }): Promise<void>;

  readAssociations(id: RepositoryId): Promise<ManualAssociation[]>;
  addAssociation(id: RepositoryId, association: ManualAssociation): Promise<void>;

  /** A part that an earlier version wrote in another form is empty and `isOutdated`. */
  findIssues(issueKeys: readonly string[]): Promise<IssueEvidence[]>;
  /** Sets one repository's part of many issues; `null` takes it out. Unchanged issues are not written. */
  saveIssueParts(
    id: RepositoryId,
    parts: ReadonlyMap<string, RepositoryEvidence | null>,
  ): Promise<void>;

  /** Without those that an earlier version wrote in another form: nobody knows what became of them. */
  readStatuses(shards: readonly StatusShard[]): Promise<Map<RepositoryId, RepositoryStatus>>;
  /** Changes statuses in one shard; `change` may run more than once. */
  changeStatuses(
    shard: StatusShard,
    change: (
      statuses: Record<RepositoryId, RepositoryStatus>,
    ) => Record<RepositoryId, RepositoryStatus>,
  ): Promise<void>;
};
