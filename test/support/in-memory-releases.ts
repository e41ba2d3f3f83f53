import { NO_ACTS } from '../../src/domain/release/acts';
import type { GateKey, GateStore } from '../../src/ports/gate-store';
import type { ReleaseRecord, ReleaseStore } from '../../src/ports/release-store';

/** What people said of releases, in memory. */
export function createInMemoryReleases(releases: Map<string, ReleaseRecord>): ReleaseStore {
  const of = (id: string): ReleaseRecord => releases.get(id) ?? { acts: NO_ACTS, words: [] };
  return {
    readRecord: (id) => Promise.resolve(of(id)),
    changeRecord: (id, change) => {
      releases.set(id, change(of(id)));
      return Promise.resolve();
    },
  };
}

type Kept = { gateKeys: Map<string, GateKey>; claimed: Set<string> };

/** What the gate for pipelines keeps, in memory. */
export function createInMemoryGates({ gateKeys, claimed }: Kept): GateStore {
  return {
    findKey: (projectKey) => Promise.resolve(gateKeys.get(projectKey)),
    saveKey: (projectKey, key) => {
      gateKeys.set(projectKey, key);
      return Promise.resolve();
    },
    deleteKey: (projectKey) => {
      gateKeys.delete(projectKey);
      return Promise.resolve();
    },
    claim: (id) => {
      const isFirst = !claimed.has(id);
      claimed.add(id);
      return Promise.resolve(isFirst);
    },
  };
}
