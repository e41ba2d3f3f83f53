/** What an invocation does to the outside, and may be killed at. */
export type Operation = 'storage-read' | 'storage-write' | 'host-call' | 'jira-call' | 'queue-push';

/** The `nth` operation of this kind from now on; `after` lets it take effect first. */
export type KillPoint = { kind: Operation; nth: number; phase?: 'before' | 'after' };

export type Kill = { hasFired: () => boolean; cancel: () => void };

export type KillSwitch = {
  arm: (point: KillPoint) => Kill;
  /** Counts an operation; says in which phase to die of it, if at all. */
  strike: (kind: Operation) => 'before' | 'after' | undefined;
};

export function createKillSwitch(): KillSwitch {
  const armed = new Set<{ kind: Operation; left: number; phase: 'before' | 'after' }>();
  return {
    arm: ({ kind, nth, phase = 'before' }) => {
      const point = { kind, left: nth, phase };
      armed.add(point);
      return {
        hasFired: () => point.left === 0,
        cancel: () => {
          armed.delete(point);
        },
      };
    },
    strike: (kind) => {
      const matching = [...armed].filter((point) => point.kind === kind);
      for (const point of matching) point.left -= 1;
      const struck = matching.find(({ left }) => left === 0);
      if (struck) armed.delete(struck);
      return struck?.phase;
    },
  };
}
