import { z } from 'zod';
import type { RepositoryHeader } from '../../domain/evidence/repository-header';
import type { RepositoryStatus } from '../../domain/evidence/repository-status';
import type { ManualAssociation } from '../../domain/ownership/manual-association';
import type { PullRequest } from '../../domain/pull-request';
import type { RepositoryId } from '../../domain/repository';
import type { EvidenceStore } from '../../ports/evidence-store';
import { StoredReleased } from './baseline-schema';
import { evidenceKeys } from './evidence-keys';
import {
  RECORDS_FORM,
  StoredAssociations,
  StoredChecks,
  StoredCommit,
  StoredDeployment,
  StoredDigests,
  StoredHeader,
  StoredProjectKeys,
  StoredPullRequest,
  StoredStatus,
} from './evidence-schema';
import { issueRecords } from './issue-records';
import { createLockedRecords, type KvsModule, type LockedRecords } from './locked-records';
import { createParts, type Parts } from './parts';
import { presenceRecords } from './presence-records';
import { createSegmentedLog } from './segmented-log';
import { StoredArrivals, StoredSpread } from './spread-schema';

/** Pull requests whose numbers share a bucket. */
const BUCKET = 50;

/** All evidence in Forge's key-value store. Errors of the store itself are not caught here. */
export function createEvidenceStore(forge: KvsModule): EvidenceStore {
  const parts = createParts(forge.kvs);
  return {
    ...repositoryRecords(parts),
    ...derivedRecords(parts),
    ...lineRecords(parts),
    ...commitLog(parts),
    ...presenceRecords(parts),
    ...pullRequestRecords(parts),
    ...sharedRecords(createLockedRecords(forge, 'shared-record')),
    ...issueRecords(createLockedRecords(forge, 'issue-evidence')),
  };
}

type Own<Key extends keyof EvidenceStore> = Pick<EvidenceStore, Key>;

function repositoryRecords(
  parts: Parts,
): Own<
  'findHeader' | 'saveHeader' | 'readDeployments' | 'saveDeployments' | 'readChecks' | 'saveChecks'
> {
  return {
    async findHeader(id) {
      const stored = StoredHeader.safeParse(await parts.read(evidenceKeys.header(id)));
      if (!stored.success) return undefined;
      const { form, ...header } = stored.data;
      return header as RepositoryHeader;
    },
    saveHeader: (header) =>
      parts.write(evidenceKeys.header(header.repository), { form: RECORDS_FORM, ...header }),
    async readDeployments(id) {
      return z
        .array(StoredDeployment)
        .parse((await parts.read(evidenceKeys.deployments(id))) ?? []);
    },
    saveDeployments: (id, deployments) => parts.write(evidenceKeys.deployments(id), deployments),
    async readChecks(id) {
      const stored = StoredChecks.safeParse((await parts.read(evidenceKeys.checks(id))) ?? {});
      return new Map(Object.entries(stored.data ?? {}));
    },
    saveChecks: (id, checks) => parts.write(evidenceKeys.checks(id), sortedRecord(checks)),
  };
}

function derivedRecords(
  parts: Parts,
): Own<
  | 'readIndex'
  | 'saveIndex'
  | 'findProjectKeys'
  | 'saveProjectKeys'
  | 'findReleased'
  | 'saveReleased'
> {
  return {
    async readIndex(id) {
      const stored = StoredDigests.parse((await parts.read(evidenceKeys.index(id))) ?? {});
      return new Map(Object.entries(stored));
    },
    async findProjectKeys() {
      return StoredProjectKeys.safeParse(await parts.read(evidenceKeys.projectKeys())).data;
    },
    async findReleased(projectKey) {
      return StoredReleased.safeParse(await parts.read(evidenceKeys.released(projectKey))).data;
    },
    saveReleased: (projectKey, released) =>
      parts.write(evidenceKeys.released(projectKey), released),
    saveProjectKeys: (projects) => parts.write(evidenceKeys.projectKeys(), projects),
    saveIndex: (id, digests) => parts.write(evidenceKeys.index(id), sortedRecord(digests)),
  };
}

/** What lines have of all changes, for releases. */
function lineRecords(
  parts: Parts,
): Own<'readSpread' | 'saveSpread' | 'readArrivals' | 'saveArrivals'> {
  return {
    async readSpread(id) {
      return StoredSpread.parse((await parts.read(evidenceKeys.spread(id))) ?? []);
    },
    saveSpread: (id, changes) => parts.write(evidenceKeys.spread(id), changes),
    async readArrivals(id) {
      return StoredArrivals.parse((await parts.read(evidenceKeys.arrivals(id))) ?? []);
    },
    saveArrivals: (id, changes) => parts.write(evidenceKeys.arrivals(id), changes),
  };
}

function commitLog(parts: Parts): Own<'readCommits' | 'appendCommits'> {
  const log = createSegmentedLog(parts, {
    name: 'commits',
    row: StoredCommit,
    keyOf: evidenceKeys.commits,
  });
  return {
    readCommits: (id, count) => log.read(id, count),
    appendCommits: (id, from, commits) => log.append(id, from, commits),
  };
}

function pullRequestRecords(parts: Parts): Own<'readPullRequests' | 'savePullRequests'> {
  async function readBucket(id: RepositoryId, bucket: number): Promise<PullRequest[]> {
    const stored = await parts.read(evidenceKeys.pullRequests(id, bucket));
    return z.array(StoredPullRequest).parse(stored ?? []);
  }
  return {
    async readPullRequests(id, buckets) {
      const read = await Promise.all(buckets.map((bucket) => readBucket(id, bucket)));
      return read.flat();
    },
    async savePullRequests(id, known, pullRequests) {
      const bucketOf = ({ number }: PullRequest) => Math.floor(number / BUCKET);
      const buckets = [...new Set(pullRequests.map(bucketOf))].sort((a, b) => a - b);
      for (const bucket of buckets) {
        const before = known.includes(bucket) ? await readBucket(id, bucket) : [];
        const merged = new Map(before.map((one) => [one.number, one]));
        const changed = pullRequests.filter((one) => bucketOf(one) === bucket);
        changed.forEach((one) => merged.set(one.number, one));
        const sorted = [...merged.values()].sort((a, b) => a.number - b.number);
        await parts.write(evidenceKeys.pullRequests(id, bucket), sorted);
      }
      return buckets;
    },
  };
}

function sharedRecords(
  records: LockedRecords,
): Own<'readAssociations' | 'addAssociation' | 'readStatuses' | 'changeStatuses'> {
  const toAssociations = (stored: unknown): ManualAssociation[] =>
    StoredAssociations.parse(stored ?? []);
  return {
    async readAssociations(id) {
      const key = evidenceKeys.associations(id);
      return toAssociations((await records.read([key])).get(key));
    },
    addAssociation(id, association) {
      const key = evidenceKeys.associations(id);
      return records.change([key], (_, current) => [...toAssociations(current), association]);
    },
    async readStatuses(shards) {
      const keys = shards.map(({ projectKey, shard }) => evidenceKeys.status(projectKey, shard));
      const stored = await records.read(keys);
      return newestOfEach(
        [...stored.values()].flatMap((value) => Object.values(toStatuses(value))),
      );
    },
    changeStatuses({ projectKey, shard }, change) {
      const key = evidenceKeys.status(projectKey, shard);
      return records.change([key], (_, current) =>
        sortedRecord(Object.entries(change(toStatuses(current)))),
      );
    },
  };
}

/** Those that can be read; what another version wrote of a repository tells nobody anything. */
function toStatuses(stored: unknown): Record<RepositoryId, RepositoryStatus> {
  const entries = Object.entries(z.record(z.string(), z.unknown()).parse(stored ?? {}));
  return Object.fromEntries(
    entries.flatMap(([id, status]) => {
      const read = StoredStatus.safeParse(status);
      return read.success ? [[id, read.data]] : [];
    }),
  );
}

/** A repository that moved up or down in the settings leaves its last status behind in another shard. */
function newestOfEach(statuses: readonly RepositoryStatus[]): Map<RepositoryId, RepositoryStatus> {
  const heardAt = ({ asOf, progress }: RepositoryStatus): number =>
    Math.max(...[asOf, progress?.startedAt].map((at) => (at ? Date.parse(at) : 0)));
  const newest = new Map<RepositoryId, RepositoryStatus>();
  for (const one of statuses) {
    const other = newest.get(one.repository);
    if (!other || heardAt(one) >= heardAt(other)) newest.set(one.repository, one);
  }
  return newest;
}

/** The same entries give the same bytes, whatever order they came in. */
function sortedRecord<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
