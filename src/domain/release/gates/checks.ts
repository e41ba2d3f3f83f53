import { counted } from '../../reasons/evidence-links';
import { distinctItems, foundItem } from './found-item';
import type { GateRule, ReleaseSettings } from './release-facts';

const CODES: ReadonlySet<string> = new Set(['check-failed', 'check-pending']);

/**
 * No required check failed or still runs. Reasons tell of required checks alone; the others are signals.
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
  return {
    open,
    summary:
      open.length === 0
        ? `${passedText(settings)}${tiers(settings)}`
        : `${told}: ${open[0]?.text ?? ''}.${tiers(settings)}`,
    progress: null,
  };
};

const passedText = ({ requiredChecks }: ReleaseSettings): string =>
  requiredChecks !== 'all' && requiredChecks.length === 0
    ? 'No check is required.'
    : 'No required check failed or still runs.';

const tiers = ({ requiredChecks }: ReleaseSettings): string =>
  requiredChecks === 'all' || requiredChecks.length === 0
    ? ''
    : ` Required: ${requiredChecks.join(', ')}; all others are signals.`;
