/** Longer waits are deadlines, which stay. */
const LONGEST_PAUSE_MS = 5000;

type Wait = (ms?: number, value?: unknown, options?: object) => Promise<unknown>;

/** Lets the pauses before a new try end at once, in all tests beside and below. */
export function skipPauses(): void {
  const { setTimeout: later } = globalThis;
  const timers = process.getBuiltinModule('node:timers/promises') as { setTimeout: Wait };
  const { setTimeout: wait } = timers;
  const shorter = (ms = 0): number => (ms <= LONGEST_PAUSE_MS ? 0 : ms);
  const sooner = (run: () => void, ms?: number, ...parts: []): NodeJS.Timeout =>
    later(run, shorter(ms), ...parts);
  beforeAll(() => {
    globalThis.setTimeout = Object.assign(sooner, later) as typeof later;
    timers.setTimeout = (ms, ...more) => wait(shorter(ms), ...more);
  });
  afterAll(() => {
    globalThis.setTimeout = later;
    timers.setTimeout = wait;
  });
}
