import { compareText } from '../dependencies/key-order';
import { grouped } from '../doctor/grouped';
import { factsInOrder } from './facts-in-order';
import type { Gate } from './gate';
import { gatesOf } from './gates';
import type { ReleaseFacts } from './gates/release-facts';
import { openThings } from './open-things';

/** How many things wait for somebody; `owner` is `null` where nobody is named. */
export type Waiting = { owner: string | null; things: number; first: string };

const BEFORE_SHIPPING: readonly string[] = ['P0', 'P1'];

/** For whom things wait that must be done before shipping: the most first, what nobody owns last. */
export function whoMustAct(
  facts: ReleaseFacts,
  gates: readonly Gate[] = gatesOf(facts),
): Waiting[] {
  const things = openThings(factsInOrder(facts), gates)
    .filter(({ priority }) => BEFORE_SHIPPING.includes(priority))
    .sort((a, b) => compareText(a.priority, b.priority));
  return [...grouped(things, ({ owner }) => owner)]
    .map(([owner, own]) => ({ owner, things: own.length, first: own[0]?.text ?? '' }))
    .sort(
      (a, b) =>
        Number(a.owner === null) - Number(b.owner === null) ||
        b.things - a.things ||
        compareText(a.owner ?? '', b.owner ?? ''),
    );
}
