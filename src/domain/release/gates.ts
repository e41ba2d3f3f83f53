import { factsInOrder } from './facts-in-order';
import type { Gate, GateItem } from './gate';
import { GATES, type GateId, type Severity } from './gate-id';
import { checksGate } from './gates/checks';
import { dependenciesGate } from './gates/dependencies';
import { evidenceGate } from './gates/evidence';
import { freezeGate } from './gates/freeze';
import { issuesGate } from './gates/issues';
import { manualStepsGate } from './gates/manual-steps';
import type { FoundItem, GateRule, ReleaseFacts } from './gates/release-facts';
import { scopeGate } from './gates/scope';
import { signOffsGate } from './gates/sign-offs';
import type { Waiver } from './acts';
import { isCovered, waiversInForce } from './waivers';

type Kind = { name: string; severity: Severity; find: GateRule };

const KINDS: Readonly<Record<GateId, Kind>> = {
  scope: { name: 'Scope', severity: 'critical', find: scopeGate },
  evidence: { name: 'Evidence', severity: 'critical', find: evidenceGate },
  issues: { name: 'Issues', severity: 'critical', find: issuesGate },
  dependencies: { name: 'Dependencies', severity: 'critical', find: dependenciesGate },
  'manual-steps': { name: 'Manual steps', severity: 'major', find: manualStepsGate },
  checks: { name: 'Checks', severity: 'critical', find: checksGate },
  'sign-offs': { name: 'Sign-offs', severity: 'major', find: signOffsGate },
  freeze: { name: 'Freeze', severity: 'major', find: freezeGate },
};

/** Every gate of a release, in their order. */
export function gatesOf(facts: ReleaseFacts): Gate[] {
  const ordered = factsInOrder(facts);
  return GATES.map((id) => gateOf(id, ordered));
}

/** One gate with waivers and settings: a failed lookup or a waiver that ran out opens none. */
export function gateOf(id: GateId, facts: ReleaseFacts): Gate {
  const { name, severity, find } = KINDS[id];
  const settings = facts.settings.gates[id];
  const { open: found, summary, progress, signals } = { signals: null, ...find(facts) };
  const waivers = waiversInForce(facts.acts.waivers, id, facts.now);
  const open = found.map((item) => withWaivers(item, waivers));
  const uncovered = open.filter(({ isWaived }) => !isWaived);
  return {
    id,
    name,
    status: statusOf(open.length, uncovered.length),
    required: settings?.required ?? true,
    severity: settings?.severity ?? severity,
    owner: settings?.owner ?? null,
    summary: `${summary}${waiverText(open.length, uncovered)}`,
    open: [...uncovered, ...open.filter(({ isWaived }) => isWaived)],
    ...{ progress, signals },
    waiver: waivers[0] ?? null,
  };
}

const withWaivers = (item: FoundItem, waivers: readonly Waiver[]): GateItem => ({
  ...item,
  isWaived: isCovered(item, waivers),
});

function statusOf(open: number, uncovered: number): Gate['status'] {
  if (open === 0) return 'passed';
  return uncovered === 0 ? 'waived' : 'failed';
}

function waiverText(open: number, uncovered: readonly GateItem[]): string {
  const waived = open - uncovered.length;
  if (waived === 0) return '';
  const [first] = uncovered;
  return first === undefined
    ? ' Waived.'
    : ` ${waived} of ${open} waived; not covered: ${first.text}`;
}
