import { resolve } from 'node:path';

import * as ForgeKvs from '@forge/kvs';

import { installGlobals } from '../../dev/runtime/forge-globals';
import { createInvoker, type Call } from '../../dev/runtime/invocation';
import { createKillSwitch, type KillPoint } from '../../dev/runtime/kill-switch';
import { createStorage } from '../../dev/runtime/kvs/storage';
import { readManifest } from '../../dev/runtime/manifest';
import { createMeter, type Stats } from '../../dev/runtime/meter';
import { openStore, type PlatformStore } from '../../dev/runtime/store';
import { realWallClock } from '../../dev/runtime/wall-clock';

export type ForgeStorage = {
  /** The unmodified @forge/kvs; it works within `run` only. */
  forge: typeof ForgeKvs;
  store: PlatformStore;
  /** Runs something as an invocation of the app; fails as it fails. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Runs something that dies at that operation. */
  runUntilKilled(point: KillPoint, work: () => Promise<unknown>): Promise<void>;
  stats(): Stats['storage'];
  remove(): void;
};

const CALL: Call = {
  moduleType: 'consumer',
  moduleKey: 'test',
  functionKey: 'test',
  accountId: null,
  timeoutSeconds: 55,
  depth: 0,
};

/** Forge's storage with the tables of the app's own manifest. One at a time. */
export function openForgeStorage(): ForgeStorage {
  const store = openStore(null);
  const meter = createMeter();
  const kills = createKillSwitch();
  const invoker = createInvoker({ wall: realWallClock, meter, kills });
  const manifest = readManifest(resolve('manifest.yml'));
  const { perform } = invoker;
  const storage = createStorage({
    store,
    manifest,
    meter,
    perform,
    now: Date.now,
    queryDelayMs: 0,
  });
  const remove = installGlobals({
    forgeFetch: (_, path, init) => storage(path, JSON.parse(init?.body as string)),
    runtime: () => ({}),
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    isInvoked: () => invoker.current() !== undefined,
  });
  return {
    forge: ForgeKvs,
    store,
    async run<Value>(work: () => Promise<Value>) {
      const outcome = await invoker.invoke(CALL, work);
      if (outcome.status === 'ok') return outcome.value as Value;
      throw outcome.status === 'failed' ? (outcome.error as Error) : new Error(outcome.status);
    },
    async runUntilKilled(point, work) {
      kills.arm(point);
      const { status } = await invoker.invoke(CALL, work);
      if (status !== 'killed') throw new Error(`It ended as ${status}, and was to be killed.`);
    },
    stats: () => structuredClone(meter.stats.storage),
    remove,
  };
}
