import type { Tick } from '../domain/reasons/manual-step';

/** What people said of the manual steps of issues. Nobody's word is lost: each tick is added to those before. */
export type TickStore = {
  /** Ticks of an issue, oldest first; the newest of a step counts. */
  readTicks(issueKey: string): Promise<Tick[]>;
  /** Ticks of many issues; an issue of which nobody said anything is not named. */
  readTicksOf(issueKeys: readonly string[]): Promise<Map<string, Tick[]>>;
  addTick(issueKey: string, tick: Tick): Promise<void>;
};
