import { performance } from 'node:perf_hooks';

/** Time as it really passes: what limits and delays are measured with. A test may bring its own. */
export type WallClock = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Calls `run` once in `ms`; the result cancels it. */
  after: (ms: number, run: () => void) => () => void;
};

export const realWallClock: WallClock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
