import { keysInTexts } from '../../domain/release/hidden-issues';
import { bundleOf } from '../../domain/release/judge-bundle';
import type { CompositionQuestion } from '../../domain/release/composition';
import type { LineSignOff } from '../../domain/lines/changed-since';
import { readUnlisted } from './read-unlisted';
import { judgeThese, type JudgePorts } from './judge-these';
import type { Standing } from './standing';

/** Judges a whole bundle now: of one that is small that takes no longer than to see whether a stored judgement holds. */
export async function judgeLive(
  ports: JudgePorts,
  question: CompositionQuestion,
  signOffs: readonly LineSignOff[],
): Promise<Standing> {
  const judgedAt = ports.now();
  const asked = { wanted: question.keys, signOffs };
  const { issues, unreadable, ticks, related } = await judgeThese(ports, question, asked);
  const unlisted = await readUnlisted(ports, [...related.settings.values()], question);
  const projectKeys = [...new Set(issues.map(({ projectKey }) => projectKey))].sort();
  const settings = projectKeys.flatMap((key) => related.settings.get(key) ?? []);
  const bundle = bundleOf(issues, {
    ...{ promotion: question.promotion, mode: question.mode },
    ...{ projects: settings, statuses: related.statuses, gaps: related.gaps, unreadable },
    unlisted,
  });
  const isNow = { isStale: false, progress: null, digests: new Map() };
  return { bundle, settings, ticks, judgedAt, told: keysInTexts(issues), ...isNow };
}
