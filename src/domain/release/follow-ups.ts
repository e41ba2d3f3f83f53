import { grouped } from '../doctor/grouped';
import { named } from '../doctor/words';
import { compareKeys, compareText } from '../dependencies/key-order';
import { factsInOrder } from './facts-in-order';
import { isCounted, titleOf } from './follow-up-title';
import type { Gate } from './gate';
import { GATES, type GateId } from './gate-id';
import { gatesOf } from './gates';
import type { ReleaseFacts } from './gates/release-facts';
import { openThings, type OpenThing } from './open-things';

/** P0: a failure that blocks; P1: a person must act before shipping; P2: to be seen; P3: after shipping. */
export type Priority = OpenThing['priority'];

export type FollowUp = {
  priority: Priority;
  title: string;
  action: string;
  owner: string | null;
  code: string;
  /** The gate that it opens; `null` when it opens none. */
  gate: GateId | null;
  issueKeys: string[];
};

/** What is to be done, the most urgent first; what has the same cause in the same place is one. */
export function followUps(
  facts: ReleaseFacts,
  gates: readonly Gate[] = gatesOf(facts),
): FollowUp[] {
  const things = openThings(factsInOrder(facts), gates);
  const groups = grouped(things, causeOf);
  return [...groups.values()].map(toFollowUp).sort(mostUrgentFirst);
}

/** What belongs to no issue is told by itself, unless it is counted. */
const causeOf = ({ priority, code, places, issueKey, text }: OpenThing): string =>
  [priority, code, ...(issueKey === null && !isCounted(code) ? [text] : places)].join('\n');

function toFollowUp(things: OpenThing[]): FollowUp {
  const [first] = things;
  const owners = [...new Set(things.flatMap(({ owner }) => owner ?? []))].sort(compareText);
  const keys = things.flatMap(({ issueKey }) => issueKey ?? []);
  const actions = [...new Set(things.flatMap(({ actions: all }) => all))];
  return {
    priority: first?.priority ?? 'P2',
    title: titleOf(things),
    action: shortened(actions),
    owner: owners.length === 0 ? null : named(owners),
    code: first?.code ?? '',
    gate: first?.gate ?? null,
    issueKeys: [...new Set(keys)].sort(compareKeys),
  };
}

const SHOWN = 3;

const shortened = (actions: readonly string[]): string => {
  const rest = actions.length - SHOWN;
  const shown = actions.slice(0, SHOWN).join(' ');
  return rest > 0 ? `${shown} And ${rest} more.` : shown;
};

const rankOf = ({ gate }: FollowUp): number => (gate === null ? GATES.length : GATES.indexOf(gate));

const mostUrgentFirst = (a: FollowUp, b: FollowUp): number =>
  compareText(a.priority, b.priority) ||
  rankOf(a) - rankOf(b) ||
  b.issueKeys.length - a.issueKeys.length ||
  compareText(a.title, b.title);
