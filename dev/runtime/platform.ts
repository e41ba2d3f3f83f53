import { dirname } from 'node:path';

import { createApp } from './app';
import { createDelivery } from './delivery';
import type { DeliveryOptions, DrainOptions } from './delivery';
import { createEgress } from './egress';
import type { Egress } from './egress';
import { createExternalFetch } from './external-fetch';
import type { ExternalFetchOptions, Hosts } from './external-fetch';
import { installGlobals } from './forge-globals';
import type { ForgeFetch } from './forge-globals';
import { createInvoker } from './invocation';
import type { Invoker } from './invocation';
import { createKillSwitch } from './kill-switch';
import type { Kill, KillPoint, KillSwitch } from './kill-switch';
import { createStorage } from './kvs/storage';
import type { Storage } from './kvs/storage';
import { FORGE_LIMITS } from './limits';
import type { Limits } from './limits';
import { readManifest } from './manifest';
import type { Manifest } from './manifest';
import { createMeter } from './meter';
import type { Stats } from './meter';
import { createModules } from './modules';
import type { Modules, ModulesOptions } from './modules';
import { createProductFetch } from './product-fetch';
import type { Jira, ProductFetchOptions } from './product-fetch';
import { createQueue } from './queue';
import type { QueueTime } from './queue';
import type { DeadEvent } from './queued-event';
import { createRandom } from './random';
import { createMetadata } from './runtime-metadata';
import type { Installation } from './runtime-metadata';
import { createSiteClock } from './site-clock';
import type { Clock, SiteClock } from './site-clock';
import { createStargate } from './stargate';
import type { PlatformStore } from './store';
import { realWallClock } from './wall-clock';
import type { WallClock } from './wall-clock';

export type PlatformOptions = {
  /** manifest.yml; its folder is the app's unless `appDir` says otherwise. */
  manifestPath: string;
  /** What to use instead of the file's content. */
  manifest?: Manifest;
  appDir?: string;
  jira: Jira;
  hosts: Hosts;
  store: PlatformStore;
  clock?: Clock;
  /** Who may change the egress addresses; nobody when absent. */
  isAdmin?: (accountId: string) => boolean | Promise<boolean>;
  /** Any order and duplicates in the queue, the same for the same `seed`. */
  chaos?: boolean;
  seed?: number;
  /** Queries do not see what was written less than this ago by the site's clock. */
  queryDelayMs?: number;
  limits?: Partial<Limits>;
  wall?: WallClock;
  webTriggerBase?: string;
  cloudId?: string;
};

export type Platform = Omit<Modules, 'consume'> & {
  manifest: Manifest;
  egress: Egress;
  /** Runs queued events until none is left, delays skipped: a ticking clock moves on by them. */
  drain: (options?: DrainOptions) => Promise<{ invocations: number }>;
  startBackground: () => void;
  stop: () => Promise<void>;
  /** Events that were given up, with the reason. */
  deadEvents: () => readonly DeadEvent[];
  /** How many events wait. */
  queued: () => number;
  stats: () => Stats;
  resetStats: () => void;
  /** The invocation dies at that operation, as a lambda would; see KillPoint. */
  killAt: (point: KillPoint) => Kill;
  /** Milliseconds of the site's clock. */
  now: () => number;
  /** Takes the globals away and saves the store. */
  dispose: () => Promise<void>;
};

const LOCAL_CLOUD_ID = '00000000-0000-4000-8000-000000000000';

/**
 * Stands in for Forge in this process: runs the handlers of manifest.yml with the unmodified @forge
 * packages. One platform at a time. Create it before anything loads @forge/api.
 */
export function createPlatform(options: PlatformOptions): Platform {
  const parts = createParts(options);
  const { manifest, store, meter, kills, clock } = parts;
  const modules = createModules(parts);
  const delivery = createDelivery({ ...parts, deliver: modules.consume });
  const uninstall = install(parts, delivery.wake);
  return {
    ...modules,
    manifest,
    egress: parts.egress,
    drain: delivery.drain,
    startBackground: delivery.start,
    stop: delivery.stop,
    deadEvents: () => store.queue.dead,
    queued: () => store.queue.events.length,
    stats: () => structuredClone(meter.stats),
    resetStats: meter.reset,
    killAt: kills.arm,
    now: clock.now,
    dispose: async () => {
      await delivery.stop();
      uninstall();
      parts.invoker.dispose();
      store.flush();
    },
  };
}

/** What the services share. */
type Parts = ModulesOptions &
  Omit<DeliveryOptions, 'deliver'> &
  Omit<ExternalFetchOptions, 'fetchesPerMinute'> &
  ProductFetchOptions & { kills: KillSwitch; clock: SiteClock; options: PlatformOptions };

function createParts(options: PlatformOptions): Parts {
  const { store, jira, hosts, wall = realWallClock, isAdmin = () => false } = options;
  const installation = createInstallation(options, wall);
  const { manifest, appDir } = installation;
  const meter = createMeter();
  const kills = createKillSwitch();
  const clock = createSiteClock(options.clock ?? { mode: 'real' }, wall);
  return {
    options,
    store,
    jira,
    hosts,
    wall,
    manifest,
    meter,
    kills,
    clock,
    limits: { ...FORGE_LIMITS, ...options.limits },
    invoker: createInvoker({ wall, meter, kills }),
    egress: createEgress({ manifest, store, isAdmin }),
    installation,
    app: createApp(manifest, appDir),
    random: options.chaos ? createRandom(options.seed ?? 1) : undefined,
    time: createQueueTime(wall, clock),
  };
}

function createInstallation(options: PlatformOptions, wall: WallClock): Installation {
  const { manifestPath, cloudId = LOCAL_CLOUD_ID } = options;
  const { appDir = dirname(manifestPath), manifest = readManifest(manifestPath) } = options;
  return { cloudId, appDir, manifest, wall };
}

function install(parts: Parts, wake: () => void): () => void {
  const { invoker, installation, limits, clock } = parts;
  const uninstall = installGlobals({
    forgeFetch: createForgeFetch(parts, wake),
    runtime: () => {
      const invocation = invoker.current();
      return invocation && createMetadata(installation, invocation);
    },
    fetch: createExternalFetch({ ...parts, fetchesPerMinute: limits.fetchesPerMinute }),
    isInvoked: () => invoker.current() !== undefined,
  });
  const restoreDate = clock.install();
  return () => {
    restoreDate();
    uninstall();
  };
}

function createQueueTime(wall: WallClock, clock: SiteClock): QueueTime {
  let skipped = 0;
  return {
    now: () => wall.now() + skipped,
    skip: (ms) => {
      skipped += ms;
      clock.skip(ms);
    },
  };
}

/** `__forge_fetch__`: storage, the queue and other platform calls, and Jira. */
function createForgeFetch(parts: Parts, wake: () => void): ForgeFetch {
  const { manifest, invoker, clock, options } = parts;
  const { queryDelayMs = 0, webTriggerBase = 'http://127.0.0.1' } = options;
  const storage = createStorage({
    ...parts,
    now: clock.now,
    queryDelayMs,
    perform: invoker.perform,
  });
  const queue = createQueue({ ...parts, onPush: wake });
  const stargate = createStargate({ manifest, webTriggerBase, queue });
  return route(invoker, { storage, stargate, product: createProductFetch(parts) });
}

type Routes = { storage: Storage; stargate: Storage; product: ForgeFetch };

function route(invoker: Invoker, { storage, stargate, product }: Routes): ForgeFetch {
  return async (descriptor, path, init) => {
    await invoker.ensureAlive();
    if (descriptor.type === 'kvs') return storage(path, toBody(init));
    if (descriptor.type === 'fpp' && descriptor.remote === 'stargate') {
      return stargate(path, toBody(init));
    }
    if (descriptor.type === 'fpp') return product(descriptor, path, init);
    throw new Error(`The local platform does not model ${descriptor.type} calls (${path}).`);
  };
}

function toBody(init: RequestInit | undefined): unknown {
  return typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
}
