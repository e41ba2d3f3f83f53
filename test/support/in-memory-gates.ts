import type { GateKey, GateStore } from '../../src/ports/gate-store';

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
