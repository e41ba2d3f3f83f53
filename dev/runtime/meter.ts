const UNIT_BYTES = 10 * 1024;

/** What the app cost since the start or the last reset. */
export type Stats = {
  /** Calls per provider (by host name where the site knows no provider); each redirect is a call. */
  hostCalls: Record<string, number>;
  /** How many of the calls were answered 304: nothing changed, nothing spent. */
  notModified: number;
  jiraCalls: number;
  /** A batch of n keys is n reads or writes. A unit is 10 KB begun; an empty read costs one too. */
  storage: { reads: number; writes: number; readUnits: number; writeUnits: number };
  queue: { pushed: number; delivered: number; retried: number; parked: number };
  invocations: number;
  /** Milliseconds of the slowest invocation of each module. */
  slowest: Record<string, number>;
  failed: number;
  timedOut: number;
  killed: number;
};

export type Meter = {
  stats: Stats;
  reset: () => void;
  read: (bytes: number) => void;
  /** One query: each record that it returned costs its own units. */
  query: (sizes: readonly number[]) => void;
  write: (bytes: number) => void;
  hostCall: (provider: string) => void;
  invocation: (moduleKey: string, ms: number) => void;
  notModified: () => void;
};

export function createMeter(): Meter {
  const stats = noStats();
  const count = (kind: 'read' | 'write', units: number): void => {
    stats.storage[`${kind}s`] += 1;
    stats.storage[`${kind}Units`] += units;
  };
  return {
    stats,
    reset: () => {
      Object.assign(stats, noStats());
    },
    read: (bytes) => {
      count('read', toUnits(bytes));
    },
    query: (sizes) => {
      count(
        'read',
        Math.max(
          1,
          sizes.map(toUnits).reduce((sum, units) => sum + units, 0),
        ),
      );
    },
    write: (bytes) => {
      count('write', toUnits(bytes));
    },
    hostCall: (provider) => {
      stats.hostCalls[provider] = (stats.hostCalls[provider] ?? 0) + 1;
    },
    invocation: (moduleKey, ms) => {
      stats.slowest[moduleKey] = Math.max(stats.slowest[moduleKey] ?? 0, ms);
    },
    notModified: () => {
      stats.notModified += 1;
    },
  };
}

function noStats(): Stats {
  return {
    hostCalls: { github: 0, gitlab: 0 },
    notModified: 0,
    jiraCalls: 0,
    storage: { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 },
    queue: { pushed: 0, delivered: 0, retried: 0, parked: 0 },
    invocations: 0,
    slowest: {},
    failed: 0,
    timedOut: 0,
    killed: 0,
  };
}

function toUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES));
}
