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

/** From the worst to the mildest. */
export const SEVERITIES = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];
