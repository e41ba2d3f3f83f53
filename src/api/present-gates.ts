import type { Gate } from '../domain/release/gate';
import type { GateView } from './contract';
import { presentWaiver } from './present-acts';

const MOST_OPEN = 25;

/** Gates for the page: the first of what each has open. A large waiver covers more ids than a screen needs. */
export const presentGates = (gates: readonly Gate[], now: string): GateView[] =>
  gates.map(({ open, signals, waiver, ...gate }) => ({
    ...gate,
    ...{ open: open.slice(0, MOST_OPEN), openCount: open.length },
    signals: signals && {
      passed: signals.passed,
      ...{ open: signals.open.slice(0, MOST_OPEN), openCount: signals.open.length },
    },
    waiver: waiver && presentWaiver(waiver, { now }),
  }));
