import { counted } from '../../reasons/evidence-links';
import type { GateSignals } from '../gate';
import { distinctItems, foundItem } from './found-item';
import { signalsOf } from './signals';
import type { GateRule, ReleaseSettings } from './release-facts';

const CODES: ReadonlySet<string> = new Set(['check-failed', 'check-pending']);

/**
 * No required check failed or still runs. Reasons tell of required checks alone; the others are signals, which
 * are told beside them.
 * A check of a commit that several issues share is one item.
 */
export const checksGate: GateRule = ({ bundle: { issues }, settings }) => {
  const open = distinctItems(
    issues.flatMap(({ key, reasons }) =>
      reasons
        .filter(({ code }) => CODES.has(code))
        .flatMap(({ code, evidence, shas = [] }) =>
          evidence.map(({ text, url }) =>
            foundItem([text], { code, text, issueKey: key, url, shas }),
          ),
        ),
    ),
  ).sort((a, b) => Number(a.code === 'check-pending') - Number(b.code === 'check-pending'));
  const failed = open.filter(({ code }) => code === 'check-failed').length;
  const told = [
    ...(failed > 0 ? [`${counted(failed, 'required check')} failed`] : []),
    ...(open.length > failed ? [`${open.length - failed} not over yet`] : []),
  ].join(', ');
  const signals = signalsOf(
    issues,
    open.map(({ text }) => text),
  );
  const tiers = `${requiredText(settings)}${signalText(signals)}`;
  return {
    open,
    summary:
      open.length === 0
        ? `${passedText(settings)}${tiers}`
        : `${told}: ${open[0]?.text ?? ''}.${tiers}`,
    progress: null,
    signals,
  };
};

const passedText = ({ requiredChecks }: ReleaseSettings): string =>
  requiredChecks !== 'all' && requiredChecks.length === 0
    ? 'No check is required.'
    : 'No required check failed or still runs.';

const requiredText = ({ requiredChecks }: ReleaseSettings): string =>
  requiredChecks === 'all' || requiredChecks.length === 0
    ? ''
    : ` Required: ${requiredChecks.join(', ')}; all others are signals.`;

const WORDS = { failed: 'failed', pending: 'not over yet', unknown: 'not readable' } as const;

function signalText(signals: GateSignals | null): string {
  if (!signals) return '';
  const others = Object.entries(WORDS).flatMap(([state, words]) => {
    const count = signals.open.filter((one) => one.state === state).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return ` Signals: ${[`${signals.passed} passed`, ...others].join(', ')}.`;
}
