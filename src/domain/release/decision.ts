import { worstOf } from '../reasons/verdict';
import type { Level } from '../reasons/reason';
import type { Gate } from './gate';
import type { GateId } from './gate-id';
import { gatesOf } from './gates';
import type { ReleaseFacts } from './gates/release-facts';
import type { JudgedBundle } from './judged-issue';

export type Decision = {
  decision: 'SHIP' | 'NO-SHIP';
  firstFailingGate: GateId | null;
  verdict: Level;
  gates: Gate[];
};

/** SHIP when no required gate fails. */
export function decide(facts: ReleaseFacts): Decision {
  const gates = gatesOf(facts);
  const failing = gates.find(({ required, status }) => required && status === 'failed');
  return {
    decision: failing ? 'NO-SHIP' : 'SHIP',
    firstFailingGate: failing?.id ?? null,
    verdict: bundleVerdict(facts.bundle),
    gates,
  };
}

/** The worst of all issues; what is not in the bundle warns, what could not be read wants a look. */
export const bundleVerdict = ({ issues, unlisted, unreadable, gaps }: JudgedBundle): Level =>
  worstOf([
    ...issues.map(({ verdict }) => verdict),
    ...(unlisted.length > 0 ? (['warning'] as const) : []),
    ...(unreadable.length > 0 || gaps.length > 0 ? (['manual-review'] as const) : []),
  ]);
