import type { Dependencies } from '../dependencies/edge';
import type { CommitEvidence, RepositoryEvidence } from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Gap } from '../gap';
import type { Issue } from '../issue';
import type { LineSignOff } from '../lines/changed-since';
import { failedItems } from '../lines/failed-items';
import { lineLives } from '../lines/line-lives';
import { changesOf, isUndoneRevert, presenceIn, type LineCell } from '../lines/line-state';
import { cellsIn } from '../lines/lines-of-issue';
import type { Tick } from '../reasons/manual-step';
import { manualSteps } from '../reasons/manual-steps';
import type { PromotionCase, RepositoryCase } from '../reasons/promotion-case';
import type { RepositoryId } from '../repository';
import { nameOf } from '../settings/name-of';
import {
  lineIn,
  type ProjectSettings,
  type RepositorySettings,
} from '../settings/project-settings';
import type { Promotion, PromotionMode } from './promotion';

export type IssueCaseInput = {
  issue: Issue;
  /** Of all keys that the issue had. */
  parts: readonly RepositoryEvidence[];
  settings: ProjectSettings;
  statuses: ReadonlyMap<RepositoryId, RepositoryStatus>;
  ticks: readonly Tick[];
  gaps: readonly Gap[];
  promotion: Promotion;
  mode: PromotionMode;
  dependencies: Dependencies;
  /** What people signed on lines, of releases that the issue is in. */
  signOffs?: readonly LineSignOff[];
  now: string;
};

/** Everything that the reasons of one issue are made from, put in order for one promotion. */
export function openCase(input: IssueCaseInput): PromotionCase {
  const { issue, parts, settings, statuses, ticks, gaps, promotion, dependencies } = input;
  const { signOffs = [] } = input;
  const failed = failedItems(issue.key, ticks, { route: settings.route, from: promotion.from });
  const repositories = parts
    .filter(({ commits, pullRequests }) => commits.length > 0 || pullRequests.length > 0)
    .map((part) => openRepository(part, input));
  return {
    issueKey: issue.key,
    mode: input.mode,
    promotion,
    now: input.now,
    status: issue.status,
    noChangeExpected: whyNoChange(issue, settings),
    repositories,
    dependencies,
    lives: lineLives({ settings, statuses, parts, history: issue.history, signOffs, failed }),
    manualSteps: manualSteps(repositories, promotion, ticks),
    gaps: [...gaps],
    settings,
  };
}

/** Nobody reads a repository again that is not listed any more, so what its status says is old. */
function openRepository(part: RepositoryEvidence, input: IssueCaseInput): RepositoryCase {
  const { settings, statuses, promotion } = input;
  const { repository } = part;
  const status = statuses.get(repository);
  const listed = settings.repositories.find(({ id }) => id === repository) ?? null;
  const cells = cellsIn(settings, part, statuses);
  return {
    repository,
    name: nameOf(repository, settings),
    url: status?.url ?? null,
    settings: listed,
    status: listed ? status : undefined,
    cells,
    changes: standingChanges(part, cells, promotion).toReversed(),
    pullRequests: part.pullRequests,
    evidence: part,
    baseline: listed && baselineOn(part, listed, input),
  };
}

/**
 * What the branch of the target lacks of what the project released last; `null` where nobody knows, and for
 * an issue of that very version. What the issue owns itself is on its way.
 */
function baselineOn(
  part: RepositoryEvidence,
  listed: RepositorySettings,
  { issue, settings, statuses, promotion }: IssueCaseInput,
): RepositoryCase['baseline'] {
  const baseline = statuses.get(part.repository)?.baselines[settings.projectKey];
  const branch = lineIn(settings, listed, promotion.to)?.branch;
  if (!baseline || branch === undefined) return null;
  const { version, lacking } = baseline;
  if (issue.fixVersions.some(({ name }) => name === version)) return null;
  const owned = new Set(part.commits.map(({ sha }) => sha));
  return { version, missing: (lacking[branch] ?? []).filter(({ sha }) => !owned.has(sha)) };
}

/** Without the reverts that were undone where the promotion starts: they have nothing to bring. */
function standingChanges(
  part: RepositoryEvidence,
  cells: readonly LineCell[],
  { from }: Promotion,
): CommitEvidence[] {
  const cell = cells.find(({ line }) => line === from);
  return changesOf(part).filter(
    (change) => !cell || !isUndoneRevert(change, presenceIn(change, cell.branch, cell.branchState)),
  );
}

/** Why the project expects no change of an issue: its type, or one of its labels. */
export function whyNoChange(
  { issueType, labels }: Pick<Issue, 'issueType' | 'labels'>,
  { noChangeExpected }: Pick<ProjectSettings, 'noChangeExpected'>,
): string | null {
  if (noChangeExpected.issueTypes.includes(issueType)) return `type ${issueType}`;
  const label = labels.find((one) => noChangeExpected.labels.includes(one));
  return label === undefined ? null : `label ${label}`;
}
