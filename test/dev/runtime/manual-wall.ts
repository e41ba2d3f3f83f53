import type { WallClock } from '../../../dev/runtime/wall-clock';

/** A wall clock that moves only when it is told to. */
export type ManualWall = WallClock & { advance: (seconds: number) => void };

export function createManualWall(): ManualWall {
  const timers = new Map<() => void, number>();
  let now = Date.parse('2026-01-01T00:00:00Z');
  return {
    now: () => now,
    after: (ms, run) => {
      timers.set(run, now + ms);
      return () => {
        timers.delete(run);
      };
    },
    advance: (seconds) => {
      now += seconds * 1000;
      for (const [run, dueAt] of [...timers]) {
        if (dueAt > now) continue;
        timers.delete(run);
        run();
      }
    },
  };
}
