import { LIFECYCLE, type LifecycleState, type ReleaseActs } from './acts';
import { decide } from './decision';
import type { Gate } from './gate';
import type { GateId } from './gate-id';
import { blockedItems } from './gates/issues';
import type { ReleaseFacts } from './gates/release-facts';

export type LifecycleAnswer =
  | { kind: 'moved'; from: LifecycleState; to: LifecycleState }
  | { kind: 'refused'; reasons: string[] };

/** Gates that must not fail to come into a state; for `ship` the decision counts. */
const ASKED: Readonly<Record<LifecycleState, readonly GateId[]>> = {
  planning: [],
  development: ['scope'],
  staging: ['scope', 'evidence', 'dependencies'],
  validation: ['scope', 'evidence', 'dependencies', 'checks'],
  ship: [],
};

/** Where a release is: the last move says so. */
export const lifecycleOf = ({ moves }: Pick<ReleaseActs, 'moves'>): LifecycleState =>
  moves.at(-1)?.to ?? LIFECYCLE[0];

/** The state after this one; `null` at the end. */
export const nextState = (state: LifecycleState): LifecycleState | null =>
  LIFECYCLE[LIFECYCLE.indexOf(state) + 1] ?? null;

/** Back is always allowed; forward goes one step, when nothing that the step asks for fails. */
export function moveLifecycle(
  facts: ReleaseFacts,
  state: LifecycleState,
  to: LifecycleState,
): LifecycleAnswer {
  if (state === to) return refused(`The release is in ${to} already.`);
  if (LIFECYCLE.indexOf(to) < LIFECYCLE.indexOf(state)) return { kind: 'moved', from: state, to };
  const next = nextState(state);
  if (next !== to) {
    return refused(`After ${state} comes ${next ?? 'nothing'}: no step is skipped.`);
  }
  const reasons = failuresFor(facts, to);
  return reasons.length === 0 ? { kind: 'moved', from: state, to } : { kind: 'refused', reasons };
}

const refused = (reason: string): LifecycleAnswer => ({ kind: 'refused', reasons: [reason] });

function failuresFor(facts: ReleaseFacts, to: LifecycleState): string[] {
  const { decision, gates } = decide(facts);
  const failing = gates.filter(({ required, status }) => required && status === 'failed');
  if (to === 'ship') return decision === 'SHIP' ? [] : failing.map(textOf);
  const asked = failing.filter(({ id }) => ASKED[to].includes(id)).map(textOf);
  return to === 'validation' ? [...asked, ...blockedText(facts, failing)] : asked;
}

/** What only has to be looked at may still wait for validation. */
function blockedText(facts: ReleaseFacts, failing: readonly Gate[]): string[] {
  const blocked = new Set(blockedItems(facts).map(({ id }) => id));
  return failing
    .filter(({ id }) => id === 'issues')
    .flatMap(({ name, open }) =>
      open
        .filter(({ id, isWaived }) => blocked.has(id) && !isWaived)
        .map(({ text }) => `${name}: ${text}`),
    );
}

const textOf = ({ name, summary }: Gate): string => `${name}: ${summary}`;
