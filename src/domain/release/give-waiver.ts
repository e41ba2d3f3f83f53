import { digestOf } from '../digest';
import type { Act, Waiver } from './acts';
import type { GateId } from './gate-id';
import { gatesOf } from './gates';
import type { ReleaseFacts } from './gates/release-facts';
import { coverOf } from './waivers';

const LONGEST_DAYS = 90;
const DAY_MILLISECONDS = 86_400_000;

export type WaiverInput = {
  gate: GateId;
  reason: string;
  /** ISO 8601. */
  expiresAt: string;
  by: Pick<Act, 'by' | 'accountId'>;
};

export type WaiverAnswer = { kind: 'given'; waiver: Waiver } | { kind: 'refused'; reason: string };

/** A waiver of what a gate has open now, as it is recorded. */
export function giveWaiver(facts: ReleaseFacts, input: WaiverInput): WaiverAnswer {
  const gate = gatesOf(facts).find(({ id }) => id === input.gate);
  const reason = input.reason.trim();
  const expires = Date.parse(input.expiresAt);
  const days = (expires - Date.parse(facts.now)) / DAY_MILLISECONDS;
  if (!gate || gate.open.length === 0) {
    return refused(`${gate?.name ?? input.gate} has nothing open: there is nothing to waive.`);
  }
  if (reason === '') return refused('A waiver needs a reason.');
  if (!(days > 0)) return refused('A waiver must run out in the future.');
  if (days > LONGEST_DAYS) return refused(`A waiver runs ${LONGEST_DAYS} days at most.`);
  const given = { gate: gate.id, reason, expiresAt: new Date(expires).toISOString() };
  const act = { ...input.by, at: facts.now };
  const items = gate.open.flatMap(coverOf);
  const id = digestOf(['waiver', given.gate, given.reason, given.expiresAt, act.accountId, act.at]);
  return { kind: 'given', waiver: { id, ...given, items, ...act, revoked: null } };
}

const refused = (reason: string): WaiverAnswer => ({ kind: 'refused', reason });
