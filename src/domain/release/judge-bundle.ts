import type { Edge } from '../dependencies/edge';
import { compareKeys } from '../dependencies/key-order';
import { cyclesOf, issueOrder, repositoryOrder } from '../dependencies/order';
import { evidenceGaps } from '../evidence/evidence-gaps';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Gap } from '../gap';
import type { Issue } from '../issue';
import type { LineSignOff } from '../lines/changed-since';
import { toPromotion } from '../promotion/choose-promotion';
import { judgeIssue } from '../promotion/judge-issue';
import type { AtHand } from '../promotion/needed-issue-of';
import type { PromotionMode } from '../promotion/promotion';
import type { Tick } from '../reasons/manual-step';
import type { RepositoryId } from '../repository';
import { newSettings, type ProjectSettings } from '../settings/project-settings';
import type { JudgedBundle, JudgedIssue } from './judged-issue';
import { judgedIssueOf, unjudgedIssue } from './judged-issue-of';
import { rollbackPoints } from './rollback-points';
import { unlistedChanges, type SpreadOfRepository } from './unlisted-changes';

export type BundleInput = {
  /** Issues of the bundle, by the key that they have now. */
  keys: readonly string[];
  /** Issues that the scope names and Jira did not give. */
  unreadable: JudgedBundle['unreadable'];
  /** The issues and all that they need, as the app sees them. */
  atHand: AtHand & { edgesOf: (key: string) => readonly Edge[] | undefined };
  ticks: ReadonlyMap<string, readonly Tick[]>;
  signOffs: readonly LineSignOff[];
  promotion: { from: string; to: string };
  mode: PromotionMode;
  spread: readonly SpreadOfRepository[];
  /** What could not be read beside repositories: Jira, storage. */
  gaps: readonly Gap[];
  now: string;
};

/** All issues of a release, each judged with the whole bundle in view. */
export function judgeBundle(input: BundleInput): JudgedBundle {
  const { atHand, promotion, mode } = input;
  const keys = input.keys.toSorted(compareKeys);
  const issues = keys.flatMap((key) => judgeOne(key, new Set(keys), input));
  const edges = keys.flatMap((key) => atHand.edgesOf(key) ?? []);
  const former = new Set(keys.flatMap((key) => atHand.known.get(key)?.issue.formerKeys ?? []));
  const listed = new Set([...keys, ...former]);
  return {
    promotion: { from: promotion.from, to: promotion.to },
    mode,
    issues,
    unreadable: input.unreadable.toSorted((a, b) => compareKeys(a.key, b.key)),
    unlisted: unlistedChanges(input.spread, (key) => listed.has(key)),
    order: orderOf(issues, edges),
    rollback: rollbackPoints(projectsOf(input), atHand.statuses, promotion.to),
    gaps: distinctGaps([...input.gaps, ...issues.flatMap(({ gaps }) => gaps)]),
    asOf: oldestReading(projectsOf(input), atHand.statuses),
  };
}

function judgeOne(key: string, bundle: ReadonlySet<string>, input: BundleInput): JudgedIssue[] {
  const { atHand, mode, now, signOffs } = input;
  const known = atHand.known.get(key);
  if (!known) return [];
  const { issue, parts } = known;
  const settings = atHand.settings.get(issue.projectKey);
  const gaps = evidenceGaps({ settings, statuses: atHand.statuses, now }, parts);
  const promotion = toPromotion(settings?.route ?? [], input.promotion);
  if (!settings || !promotion) return [unjudgedIssue({ issue, gaps }, whyUnjudged(issue, input))];
  const facts = { issue, settings, parts, statuses: atHand.statuses, gaps };
  const judgement = judgeIssue({
    ...facts,
    ...{ atHand, promotion, mode, now, signOffs },
    ticks: input.ticks.get(key) ?? [],
    isInBundle: (other: Issue) => bundle.has(other.key),
  });
  return [judgedIssueOf(facts, judgement)];
}

function whyUnjudged({ projectKey }: Issue, { atHand, promotion }: BundleInput): string {
  const route = atHand.settings.get(projectKey)?.route ?? [];
  return route.length === 0
    ? `The settings of ${projectKey} name no line that changes travel`
    : `Nothing of ${projectKey} is promoted from ${promotion.from} to ${promotion.to}: its route is ${route.join(', ')}`;
}

function orderOf(issues: readonly JudgedIssue[], edges: readonly Edge[]): JudgedBundle['order'] {
  const keys = issues.map(({ key }) => key);
  const within = edges.filter(({ from, to }) => keys.includes(from) && keys.includes(to));
  const travelling = issues.map(
    ({ key, toPromote }) =>
      [key, [...new Set(toPromote.map(({ repository }) => repository))]] as const,
  );
  return {
    repositories: repositoryOrder(within, new Map(travelling)),
    issues: issueOrder(keys, within),
    cycles: cyclesOf(keys, within),
  };
}

/** Settings of the projects that issues of the bundle are of, by key. */
function projectsOf({ keys, atHand }: BundleInput): ProjectSettings[] {
  const projects = keys.map((key) => atHand.known.get(key)?.issue.projectKey);
  return [...new Set(projects)]
    .flatMap((project) => (project === undefined ? [] : [project]))
    .sort()
    .map((project) => atHand.settings.get(project) ?? newSettings(project));
}

function distinctGaps(gaps: readonly Gap[]): Gap[] {
  const named = gaps.map((gap) => [`${gap.repository}\n${gap.what}\n${gap.why}`, gap] as const);
  return [...new Map(named)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, gap]) => gap);
}

function oldestReading(
  projects: readonly ProjectSettings[],
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>,
): string | null {
  const readings = projects
    .flatMap(({ repositories }) => repositories)
    .map(({ id }) => statuses.get(id)?.asOf ?? null);
  if (readings.includes(null)) return null;
  return readings.toSorted((a, b) => Date.parse(a ?? '') - Date.parse(b ?? ''))[0] ?? null;
}
