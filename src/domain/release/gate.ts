import type { Waiver } from './acts';

/** In the order in which they are asked: the first that fails is told first. */
export const GATES = [
  'scope',
  'evidence',
  'issues',
  'dependencies',
  'manual-steps',
  'checks',
  'sign-offs',
  'freeze',
] as const;
export type GateId = (typeof GATES)[number];

/** One thing that keeps a gate shut. Its id stays while the thing stays. */
export type GateItem = {
  id: string;
  /** In plain words, for somebody who reads no git. */
  text: string;
  issueKey: string | null;
  owner: string | null;
  url: string | null;
};

/** `waived`: it has open items, and a waiver in force covers each. */
export type Gate = {
  id: GateId;
  /** For the screen: `Dependencies`. */
  name: string;
  status: 'passed' | 'failed' | 'waived';
  /** One that is not required is a signal: its failure is told and stops nothing. */
  required: boolean;
  severity: 'critical' | 'major' | 'minor';
  owner: string | null;
  /** One sentence. */
  summary: string;
  open: GateItem[];
  /** How much of it is done, where that can be counted: `2 of 5`. */
  progress: { done: number; of: number } | null;
  /** The waiver in force that runs out first. */
  waiver: Waiver | null;
};
