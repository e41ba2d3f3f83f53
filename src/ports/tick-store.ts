import type { Tick } from '../domain/reasons/manual-step';
import type { Keeping } from './keeping';

/** What people said of items of issues. Nobody's word is lost: each is added to those before. */
export type TickStore = {
  /** Ticks of many issues, oldest first; an issue of which nobody said anything is not named. */
  readTicksOf(issueKeys: readonly string[]): Promise<Map<string, Tick[]>>;
  addTick(issueKey: string, tick: Tick): Promise<Keeping>;
  /**
   * How many words were said of issues, 0 for one of which nobody said anything; it grows with each. An
   * issue that nobody counted yet is not named.
   */
  countWords(issueKeys: readonly string[]): Promise<Map<string, number>>;
  /** Counts the words of issues that nobody counted yet. */
  startCounting(issueKeys: readonly string[]): Promise<void>;
};
