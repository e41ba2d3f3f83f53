import type { Dependencies } from '../dependencies/edge';
import type { NeededChange, NeededIssue } from '../dependencies/needed-issue';
import { evidenceGaps } from '../evidence/evidence-gaps';
import type { CommitEvidence, RepositoryEvidence } from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Issue } from '../issue';
import { lineIn, type ProjectSettings } from '../settings/project-settings';
import { changesOf, isUndoneRevert, presenceIn, type PresenceState } from '../lines/line-state';
import { reasons } from '../reasons/reasons';
import { isOf } from '../reasons/travelling';
import { verdict } from '../reasons/verdict';
import type { RepositoryId } from '../repository';
import { toPromotion } from './choose-promotion';
import { openCase } from './issue-case';
import type { Promotion } from './promotion';

/** What is at hand of the issues that may be needed. */
export type AtHand = {
  known: ReadonlyMap<string, { issue: Issue; parts: RepositoryEvidence[] }>;
  visible: ReadonlySet<string>;
  settings: ReadonlyMap<string, ProjectSettings>;
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
};

/** The issue that asks, the bundle that it travels in, and the promotion that is asked about. */
export type Bundle = {
  root: string;
  promotion: Pick<Promotion, 'from' | 'to'>;
  isInBundle: (issue: Issue) => boolean;
  now: string;
};

const NONE: Dependencies = { edges: [], cycles: [], conflicts: [], order: [] };

/**
 * Answers what is known of a needed issue by its key: whether it is there, and whether it may come along.
 * Each is judged once, for a closure asks for it once for each edge.
 */
export function createNeededIssueOf(atHand: AtHand, bundle: Bundle): (key: string) => NeededIssue {
  const judged = new Map<string, NeededIssue>();
  return (key) => {
    const needed = judged.get(key) ?? judgeNeeded(key, atHand, bundle);
    judged.set(key, needed);
    return needed;
  };
}

function judgeNeeded(key: string, atHand: AtHand, bundle: Bundle): NeededIssue {
  const known = atHand.known.get(key);
  if (!known) return { visibility: 'unknown-issue' };
  if (!atHand.visible.has(key)) return { visibility: 'hidden' };
  const { issue, parts } = known;
  const settings = atHand.settings.get(issue.projectKey);
  const gaps = evidenceGaps({ ...atHand, settings, now: bundle.now }, parts);
  return {
    visibility: 'visible',
    summary: issue.summary,
    status: issue.status,
    url: null,
    changes: parts.flatMap((part) => neededChanges(part, atHand, bundle, settings)),
    isComplete: settings !== undefined && gaps.length === 0,
    isInBundle: bundle.isInBundle(issue),
    mayTravel: settings !== undefined && mayTravel({ issue, parts, settings }, atHand, bundle),
  };
}

/** Where the changes of one repository are in the target, by the lines of the project that lists it. */
function neededChanges(
  part: RepositoryEvidence,
  atHand: AtHand,
  bundle: Bundle,
  own: ProjectSettings | undefined,
): NeededChange[] {
  const ofRoot = atHand.known.get(bundle.root)?.parts.flatMap(({ commits }) => commits) ?? [];
  const ownedByRoot = new Set(ofRoot.map(({ sha }) => sha));
  const stateOf = stateOn(part.repository, atHand, bundle.promotion.to, own);
  return changesOf(part)
    .filter(({ carriesChange }) => carriesChange)
    .map((change) => ({
      state: stateOf(change),
      isOwnedByRoot: ownedByRoot.has(change.sha),
      pullRequestUrls: part.pullRequests.filter((one) => isOf(one, change)).map(({ url }) => url),
    }));
}

/** The state of a change of one repository on a line; `unknown` where no project says which branch that is. */
function stateOn(
  repository: RepositoryId,
  { settings, statuses }: AtHand,
  line: string,
  own: ProjectSettings | undefined,
): (change: CommitEvidence) => PresenceState {
  const [lists] = [...(own ? [own] : []), ...settings.values()].flatMap((one) => {
    const listed = one.repositories.find(({ id }) => id === repository);
    return listed ? [{ settings: one, listed }] : [];
  });
  const branch = lists && lineIn(lists.settings, lists.listed, line)?.branch;
  if (branch === undefined) return () => 'unknown';
  const head = statuses.get(repository)?.branches[branch]?.state ?? 'unknown';
  return (change) => {
    const found = presenceIn(change, branch, head);
    return isUndoneRevert(change, found) ? 'present' : found.state;
  };
}

/** Whether nothing but its own dependencies could block it. */
function mayTravel(
  needed: { issue: Issue; parts: RepositoryEvidence[]; settings: ProjectSettings },
  { statuses }: AtHand,
  { promotion, now }: Bundle,
): boolean {
  const step = toPromotion(needed.settings.route, promotion);
  if (!step) return false;
  const facts = openCase({
    ...needed,
    statuses,
    ticks: [],
    gaps: [],
    promotion: step,
    mode: 'plan',
    dependencies: NONE,
    now,
  });
  return verdict(reasons(facts)) !== 'blocked';
}
