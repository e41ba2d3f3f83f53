import type { Waiver } from './acts';
import type { GateId, Severity } from './gate-id';

export { GATES, type GateId } from './gate-id';

/** One thing that keeps a gate shut. Its id stays while the thing stays. */
export type GateItem = {
  id: string;
  /** What kind of thing it is: the code of a reason, `evidence-gap`, `sign-off-missing`, … */
  code: string;
  /** In plain words, for somebody who reads no git. */
  text: string;
  issueKey: string | null;
  owner: string | null;
  url: string | null;
  /** Commits that it is about: a waiver covers these, and another one opens it again. */
  shas: string[];
  /** A waiver in force covers it. */
  isWaived: boolean;
};

/** One check that is not required and did not pass. */
export type GateSignal = {
  state: 'failed' | 'pending' | 'unknown';
  text: string;
  issueKey: string | null;
  url: string | null;
};

/** What is told and stops nothing: how many passed, and all others, what failed first. */
export type GateSignals = { passed: number; open: GateSignal[] };

/** `waived`: it has open items, and a waiver in force covers each. */
export type Gate = {
  id: GateId;
  /** For the screen: `Dependencies`. */
  name: string;
  status: 'passed' | 'failed' | 'waived';
  /** One that is not required is a signal: its failure is told and stops nothing. */
  required: boolean;
  severity: Severity;
  owner: string | null;
  /** One sentence. */
  summary: string;
  /** What no waiver covers comes first. */
  open: GateItem[];
  /** How much of it is done, where that can be counted: `2 of 5`. */
  progress: { done: number; of: number } | null;
  /** Checks that are not required; `null`: there is none. */
  signals: GateSignals | null;
  /** The waiver in force that runs out first. */
  waiver: Waiver | null;
};
