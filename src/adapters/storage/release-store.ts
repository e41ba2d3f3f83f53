import { NO_ACTS } from '../../domain/release/acts';
import type { ReleaseRecord, ReleaseStore } from '../../ports/release-store';
import { releaseKey } from './keys';
import { createLockedRecords, type KvsModule } from './locked-records';
import { StoredRelease } from './release-schema';

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
    changeRecord(bundleId, change) {
      return records.change([releaseKey(bundleId)], (_, current) => change(toRecord(current)));
    },
  };
}

const toRecord = (stored: unknown): ReleaseRecord =>
  stored === undefined ? { acts: NO_ACTS, words: [] } : StoredRelease.parse(stored);
