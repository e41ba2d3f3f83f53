import type { WallClock } from './wall-clock';

/** What `Date` shows: the real time, a time that started at `start`, or one that stands still. */
export type Clock =
  { mode: 'real' } | { mode: 'ticking'; start: string } | { mode: 'frozen'; at: string };

export type SiteClock = {
  now: () => number;
  /** A skipped delay: a ticking clock moves on by it; a real or a frozen one does not. */
  skip: (ms: number) => void;
  /** Makes the global `Date` show this clock (timers stay real); the result restores it. */
  install: () => () => void;
};

export function createSiteClock(clock: Clock, wall: WallClock): SiteClock {
  const startedAt = wall.now();
  const frozenAt = clock.mode === 'frozen' ? Date.parse(clock.at) : null;
  let skipped = 0;
  const now = (): number => {
    if (frozenAt !== null) return frozenAt;
    if (clock.mode !== 'ticking') return Math.floor(wall.now());
    return Math.floor(Date.parse(clock.start) + wall.now() - startedAt + skipped);
  };
  return {
    now,
    skip: (ms) => {
      skipped += ms;
    },
    install: () => {
      if (clock.mode === 'real') return () => undefined;
      const realDate = globalThis.Date;
      globalThis.Date = withNow(realDate, now);
      return () => {
        globalThis.Date = realDate;
      };
    },
  };
}

function withNow(realDate: DateConstructor, now: () => number): DateConstructor {
  return new Proxy(realDate, {
    construct: (target, parts: unknown[], newTarget) =>
      Reflect.construct(
        target,
        parts.length === 0 ? [now()] : parts,
        newTarget === globalThis.Date ? target : newTarget,
      ) as Date,
    apply: (target) => new target(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}
