import type { Tick } from '../../domain/reasons/manual-step';
import { bundleId } from '../../domain/release/bundle-id';
import { lineSignOffs } from '../../domain/release/line-sign-offs';
import { usualRelease } from '../../domain/release/usual-release';
import { bundleOf, judgeIssues } from '../../domain/release/judge-bundle';
import type { JudgedBundle } from '../../domain/release/judged-issue';
import type { ReleaseScope } from '../../domain/release/release-scope';
import { toPromotion } from '../../domain/promotion/choose-promotion';
import type { PromotionMode } from '../../domain/promotion/promotion';
import type { ProjectSettings } from '../../domain/settings/project-settings';
import type { JiraVersion } from '../../ports/issue-tracker';
import type { Ports } from '../../ports/ports';
import type { ReleaseRecord } from '../../ports/release-store';
import { isRefusal, refuse, type Outcome, type Refusal } from '../refusal';
import { findScope, type ScopeQuestion } from './find-scope';
import { gatherBundle } from './gather-bundle';

export type ReleaseQuestion = ScopeQuestion & {
  /** Without them: into the last line of the route, from the one before it. */
  from?: string | undefined;
  to?: string | undefined;
  mode?: PromotionMode | undefined;
};

/** A release with all its issues judged, and what people said. */
export type JudgedRelease = {
  scope: ReleaseScope;
  versions: (JiraVersion & { projectKey: string })[];
  settings: ProjectSettings[];
  bundle: JudgedBundle;
  /** What people said of items of its issues. */
  ticks: Map<string, Tick[]>;
  record: ReleaseRecord;
};

type ReleasePorts = Pick<
  Ports,
  'asUser' | 'asApp' | 'settings' | 'evidence' | 'ticks' | 'releases' | 'now'
>;

/** Judges every issue of a release as the app sees it, from what is stored; asks Jira, and no code host. */
export async function judgeRelease(
  ports: ReleasePorts,
  question: ReleaseQuestion,
): Promise<Outcome<JudgedRelease>> {
  const found = await findScope(ports, question);
  if (isRefusal(found)) return found;
  const { scope, versions, keys, window } = found;
  const own = await ports.settings.findSettings(question.projectKey);
  const promotion = promotionOf(question, own?.route ?? []);
  if (isRefusal(promotion)) return promotion;
  const asked = { promotion, mode: question.mode ?? 'plan' };
  const [gathered, record] = await Promise.all([
    gatherBundle(ports, keys, { ...asked, window }),
    ports.releases.readRecord(bundleId(scope)),
  ]);
  const { related, unlisted, gaps, unreadable, ticks, keys: issueKeys } = gathered;
  const issues = judgeIssues({
    ...{ ...asked, keys: issueKeys, bundle: new Set(issueKeys), atHand: related, ticks },
    ...{ signOffs: lineSignOffs(record.acts), now: ports.now() },
  });
  const projectKeys = [...new Set(issues.map(({ projectKey }) => projectKey))].sort();
  const settings = projectKeys.flatMap((key) => related.settings.get(key) ?? []);
  const bundle = bundleOf(issues, {
    ...{ ...asked, projects: settings, statuses: related.statuses },
    ...{ unlisted, gaps, unreadable },
  });
  return { scope, versions, settings, bundle, ticks, record };
}

function promotionOf(
  { projectKey, from, to }: ReleaseQuestion,
  route: readonly string[],
): { from: string; to: string } | Refusal {
  const usual = usualRelease(route, { from, to });
  if (!usual) {
    const message = `The settings of ${projectKey} name no line that changes travel. Add the lines on the settings page.`;
    return refuse('invalid-input', message);
  }
  const promotion = toPromotion(route, usual);
  if (promotion) return promotion;
  const message = `Nothing is promoted from ${usual.from} to ${usual.to}. The route is ${route.join(', ')}.`;
  return refuse('invalid-input', message);
}
