import { bundleId } from '../../domain/release/bundle-id';
import { lineSignOffs } from '../../domain/release/line-sign-offs';
import { inOrder } from '../../domain/release/composition';
import { usualRelease } from '../../domain/release/usual-release';
import type { ReleaseScope } from '../../domain/release/release-scope';
import { toPromotion } from '../../domain/promotion/choose-promotion';
import type { PromotionMode } from '../../domain/promotion/promotion';
import type { JiraVersion } from '../../ports/issue-tracker';
import type { Ports } from '../../ports/ports';
import type { ReleaseRecord } from '../../ports/release-store';
import { isRefusal, refuse, type Outcome, type Refusal } from '../refusal';
import type { ComposePorts } from './compose-release';
import type { FoundScope, ScopeQuestion } from './find-scope';
import { judgeLive } from './judge-live';
import { readComposed } from './read-composed';
import type { Standing } from './standing';

export type ReleaseQuestion = ScopeQuestion & {
  /** Without them: into the last line of the route, from the one before it. */
  from?: string | undefined;
  to?: string | undefined;
  mode?: PromotionMode | undefined;
  /** Waits until every issue is judged, as long as a resolver may; else what is there is given at once. */
  isWhole?: boolean | undefined;
  /** Nobody looks at it: it is not judged again by itself for that. */
  isUnattended?: boolean | undefined;
};

/** A release with all its issues judged, and what people said. */
export type JudgedRelease = Standing & {
  scope: ReleaseScope;
  versions: (JiraVersion & { projectKey: string })[];
  record: ReleaseRecord;
};

export type ReleasePorts = ComposePorts & Pick<Ports, 'asUser' | 'startWatch'>;

/** A release of so few issues is judged whenever somebody looks at it. */
const LIVE_ISSUES = 100;

/** Judges a release as the app sees it, from what is stored; asks Jira, and no code host. */
export async function judgeRelease(
  ports: ReleasePorts,
  question: ReleaseQuestion,
  { scope, versions, keys, window }: FoundScope,
): Promise<Outcome<JudgedRelease>> {
  const own = await ports.settings.findSettings(question.projectKey);
  const promotion = promotionOf(question, own?.route ?? []);
  if (isRefusal(promotion)) return promotion;
  const record = await ports.releases.readRecord(bundleId(scope));
  const mode = question.mode ?? 'plan';
  const asked = { scope, keys: inOrder(keys), promotion, mode, window };
  const signOffs = lineSignOffs(record.acts);
  const standing =
    asked.keys.length <= LIVE_ISSUES
      ? await judgeLive(ports, asked, signOffs)
      : await readComposed(ports, {
          ...{ ...asked, signOffs, isWhole: question.isWhole ?? false },
          isToCome: isOpen(question, versions),
        });
  return { scope, versions, record, ...standing };
}

const isOpen = (
  { isUnattended = false }: ReleaseQuestion,
  versions: readonly JiraVersion[],
): boolean => !isUnattended && versions.some(({ isReleased }) => !isReleased);

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
