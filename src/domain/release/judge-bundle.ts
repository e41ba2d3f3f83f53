import type { Edge } from '../dependencies/edge';
import { compareKeys } from '../dependencies/key-order';
import { mergeEdges } from '../dependencies/merge-edges';
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
import type { ProjectSettings } from '../settings/project-settings';
import type { JudgedBundle, JudgedIssue, UnlistedChange } from './judged-issue';
import { judgedIssueOf, unjudgedIssue } from './judged-issue-of';
import { placesOf } from './places';
import type { AuditWindow } from './release-before';
import { rollbackPoints } from './rollback-points';
import { unlistedArrivals, type ArrivalsOfRepository } from './unlisted-arrivals';
import { unlistedChanges, type SpreadOfRepository } from './unlisted-changes';

type Question = { promotion: { from: string; to: string }; mode: PromotionMode };

export type JudgeIssuesInput = Question & {
  /** Issues to judge, by the key that they have now. */
  keys: readonly string[];
  /** The keys of the whole bundle. */
  bundle: ReadonlySet<string>;
  /** The issues and all that they need, as the app sees them. */
  atHand: AtHand & { edgesOf: (key: string) => readonly Edge[] | undefined };
  ticks: ReadonlyMap<string, readonly Tick[]>;
  signOffs: readonly LineSignOff[];
  now: string;
};

/** What shows which changes are of no issue of the bundle. An audit without a window has nothing to go by. */
export type UnlistedFacts =
  | { mode: 'plan'; spread: readonly SpreadOfRepository[] }
  | { mode: 'audit'; window: AuditWindow | null; arrivals: readonly ArrivalsOfRepository[] };

/** Changes of no issue of the bundle that were found before. */
export type FoundUnlisted = {
  mode: 'found';
  changes: readonly UnlistedChange[];
  /** As `unlistedSince` of a bundle. */
  since: JudgedBundle['unlistedSince'];
};

/** What a bundle is made from beside its issues. */
export type BundleFacts = Question & {
  /** Issues that the scope names and Jira did not give. */
  unreadable: JudgedBundle['unreadable'];
  /** Settings of the projects that issues of the bundle are of. */
  projects: readonly ProjectSettings[];
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
  unlisted: UnlistedFacts | FoundUnlisted;
  /** What could not be read beside repositories: Jira, storage. */
  gaps: readonly Gap[];
};

/** Judges issues of a bundle, all or some of them, each with the whole bundle in view. */
export function judgeIssues(input: JudgeIssuesInput): JudgedIssue[] {
  return input.keys.toSorted(compareKeys).flatMap((key) => judgeOne(key, input));
}

/** The bundle that its judged issues make. */
export function bundleOf(issues: readonly JudgedIssue[], facts: BundleFacts): JudgedBundle {
  const { promotion, mode, projects, statuses } = facts;
  const { changes, since } = findUnlisted(issues, facts.unlisted);
  const sorted = issues.toSorted((one, other) => compareKeys(one.key, other.key));
  return {
    promotion: { from: promotion.from, to: promotion.to },
    mode,
    issues: sorted,
    unreadable: facts.unreadable.toSorted((a, b) => compareKeys(a.key, b.key)),
    unlisted: [...changes],
    unlistedSince: since,
    order: orderOf(sorted),
    rollback: rollbackPoints(projects, statuses, promotion.to),
    places: placesOf(projects, statuses),
    gaps: distinctGaps([...facts.gaps, ...sorted.flatMap(({ gaps }) => gaps)]),
    asOf: oldestReading(projects, statuses),
  };
}

/** Changes of issues that are not in the bundle, under none of the keys that they had. */
export function findUnlisted(
  issues: readonly Pick<JudgedIssue, 'key' | 'formerKeys'>[],
  facts: UnlistedFacts | FoundUnlisted,
): FoundUnlisted {
  const listed = new Set(issues.flatMap(({ key, formerKeys }) => [key, ...formerKeys]));
  return { mode: 'found', ...unlistedIn(facts, (key) => listed.has(key)) };
}

function unlistedIn(
  facts: UnlistedFacts | FoundUnlisted,
  isListed: (key: string) => boolean,
): Omit<FoundUnlisted, 'mode'> {
  switch (facts.mode) {
    case 'plan':
      return { changes: unlistedChanges(facts.spread, isListed), since: null };
    case 'audit': {
      const { arrivals, window } = facts;
      const changes = window ? unlistedArrivals(arrivals, window, isListed) : [];
      return { changes, since: window?.since ?? null };
    }
    case 'found': {
      const changes = facts.changes.filter(({ key }) => key === null || !isListed(key));
      return { changes, since: facts.since };
    }
  }
}

function judgeOne(key: string, input: JudgeIssuesInput): JudgedIssue[] {
  const { atHand, mode, now, signOffs, bundle } = input;
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

function whyUnjudged({ projectKey }: Issue, { atHand, promotion }: JudgeIssuesInput): string {
  const route = atHand.settings.get(projectKey)?.route ?? [];
  return route.length === 0
    ? `The settings of ${projectKey} name no line that changes travel`
    : `Nothing of ${projectKey} is promoted from ${promotion.from} to ${promotion.to}: its route is ${route.join(', ')}`;
}

/** Issues in the order of promotion, and the repositories that something of them travels in. */
function orderOf(issues: readonly JudgedIssue[]): JudgedBundle['order'] {
  const keys = issues.map(({ key }) => key);
  const edges = edgesWithin(issues);
  const travelling = issues.map(
    ({ key, toPromote }) =>
      [key, [...new Set(toPromote.map(({ repository }) => repository))]] as const,
  );
  return {
    repositories: repositoryOrder(edges, new Map(travelling)),
    issues: issueOrder(keys, edges),
    cycles: cyclesOf(keys, edges),
  };
}

/** Who needs whom within the bundle, from what was found of each issue. */
function edgesWithin(issues: readonly JudgedIssue[]): Edge[] {
  const keys = new Set(issues.map(({ key }) => key));
  return mergeEdges(
    issues
      .flatMap(({ dependencies }) => dependencies)
      .flatMap(({ neededBy, key, sources }) =>
        neededBy !== null && key !== null && keys.has(neededBy) && keys.has(key)
          ? [{ from: neededBy, to: key, sources }]
          : [],
      ),
  );
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
