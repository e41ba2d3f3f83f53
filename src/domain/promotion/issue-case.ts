import type { Dependencies } from '../dependencies/edge';
import type { RepositoryEvidence } from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Gap } from '../gap';
import type { Issue } from '../issue';
import { lineLives } from '../lines/line-lives';
import { changesOf } from '../lines/line-state';
import { cellsIn } from '../lines/lines-of-issue';
import type { Tick } from '../reasons/manual-step';
import { manualSteps } from '../reasons/manual-steps';
import type { PromotionCase, RepositoryCase } from '../reasons/promotion-case';
import { parseRepositoryId, type RepositoryId } from '../repository';
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
  now: string;
};

/** Everything that the reasons of one issue are made from, put in order for one promotion. */
export function openCase(input: IssueCaseInput): PromotionCase {
  const { issue, parts, settings, statuses, ticks, gaps, promotion, dependencies } = input;
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
    lives: lineLives({ settings, statuses, parts, history: issue.history }),
    manualSteps: manualSteps(repositories, promotion, ticks),
    gaps: [...gaps],
    settings,
  };
}

/** Nobody reads a repository again that is not listed any more, so what its status says is old. */
function openRepository(
  part: RepositoryEvidence,
  { settings, statuses, promotion }: IssueCaseInput,
): RepositoryCase {
  const { repository } = part;
  const status = statuses.get(repository);
  const listed = settings.repositories.find(({ id }) => id === repository) ?? null;
  return {
    repository,
    name: nameOf(repository, listed),
    url: status?.url ?? null,
    settings: listed,
    status: listed ? status : undefined,
    cells: cellsIn(settings, part, statuses),
    changes: changesOf(part).toReversed(),
    pullRequests: part.pullRequests,
    evidence: part,
    baseline: listed && baselineOn(promotion.to, { settings, listed, status }),
  };
}

/** What the branch of a line lacks of what the project released last; `null` where nobody knows. */
function baselineOn(
  line: string,
  {
    settings,
    listed,
    status,
  }: {
    settings: ProjectSettings;
    listed: RepositorySettings;
    status: RepositoryStatus | undefined;
  },
): RepositoryCase['baseline'] {
  const baseline = status?.baselines[settings.projectKey];
  const branch = lineIn(settings, listed, line)?.branch;
  if (!baseline || branch === undefined) return null;
  return { version: baseline.version, missing: baseline.lacking[branch] ?? [] };
}

const nameOf = (repository: RepositoryId, listed: RepositorySettings | null): string =>
  listed?.service ?? parseRepositoryId(repository)?.path ?? repository;

/** Why the project expects no change of an issue: its type, or one of its labels. */
export function whyNoChange(
  { issueType, labels }: Pick<Issue, 'issueType' | 'labels'>,
  { noChangeExpected }: Pick<ProjectSettings, 'noChangeExpected'>,
): string | null {
  if (noChangeExpected.issueTypes.includes(issueType)) return `type ${issueType}`;
  const label = labels.find((one) => noChangeExpected.labels.includes(one));
  return label === undefined ? null : `label ${label}`;
}
