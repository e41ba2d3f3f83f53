import type { Level } from '../../../src/domain/reasons/reason';

/**
 * What the panel must say of an issue of the demo to somebody who may see everything, for the
 * promotion that it takes by itself. Made by hand from the story, the specification and the settings.
 */
export type DemoVerdict = {
  issueKey: string;
  from: string;
  to: string;
  /** `null` where more than the codes below may be said. */
  verdict: Level | null;
  /** Reason codes that must be there. */
  codes: readonly string[];
  /** Reason codes that must not. */
  never: readonly string[];
  /**
   * Repository, title and states of the change on dev, test and prod; one entry for each commit of
   * that title which the issue owns.
   */
  states: readonly (readonly [repository: string, title: string, states: string])[];
};
