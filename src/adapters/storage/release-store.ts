import { NO_ACTS } from '../../domain/release/acts';
import type { ReleaseRecord, ReleaseStore } from '../../ports/release-store';
import { releaseKey, ticksKey } from './keys';
import { keepWithin } from './keep-within';
import { createLockedRecords, type KvsModule } from './locked-records';
import { StoredRelease } from './release-schema';
import { StoredTicks } from './tick-schema';

/**
 * What people said of a release in one record, under optimistic locking.
 *
 * Limits: 240 KiB a record, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createReleaseStore(forge: KvsModule): ReleaseStore {
  const records = createLockedRecords(forge, 'shared-record');
  return {
    async readRecord(bundleId) {
      const key = releaseKey(bundleId);
      return toRecord((await records.read([key])).get(key));
    },
    async readSaidOf(issueKey, bundleIds) {
      const keys = bundleIds.map(releaseKey);
      const stored = await records.read([ticksKey(issueKey), ...keys]);
      const found = keys.filter((key) => stored.has(key));
      return {
        ticks: StoredTicks.parse(stored.get(ticksKey(issueKey)) ?? []),
        records: found.map((key) => toRecord(stored.get(key))),
      };
    },
    changeRecord: (bundleId, change) =>
      keepWithin(records, releaseKey(bundleId), (current) => change(toRecord(current))),
  };
}

const toRecord = (stored: unknown): ReleaseRecord =>
  stored === undefined ? { acts: NO_ACTS, words: [] } : StoredRelease.parse(stored);
