import type { Manifest } from '../../domain/manifest/manifest';
import { LEVELS } from '../../domain/reasons/reason';
import { plainText } from './plain-text';

/**
 * Where a release stands, in a few lines for the description of its version. Others read it than the one
 * who puts it there: it names no issue and says no word of one.
 */
export function versionSummary(manifest: Manifest): string[] {
  const { decision, verdict, promotion, mode, gates, evidence, issues } = manifest;
  const failing = manifest.firstFailingGate;
  const passed = gates.filter(({ status }) => status !== 'failed').length;
  const counts = LEVELS.toReversed()
    .map((level) => `${issues.filter((issue) => issue.verdict === level).length} ${level}`)
    .join(', ');
  return [
    `${decision} (${verdict}): ${mode === 'plan' ? 'promotion' : 'audit of the promotion'} from ${promotion.from} to ${promotion.to}.`,
    failing === null ? 'No gate fails.' : `First failing gate: ${failing}.`,
    `Issues: ${issues.length} (${counts}). Gates: ${passed} of ${gates.length} passed or waived.`,
    `Evidence ${evidence.hash.slice(0, 12)}, read ${evidence.asOf ?? 'never in full'}, ${evidence.complete ? 'complete' : 'not complete'}.`,
    `All of it: ${manifest.release.projectKeys.join(', ')} in Jira, page "Convoy releases".`,
  ].map(plainText);
}
