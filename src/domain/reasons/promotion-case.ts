import type { Dependencies } from '../dependencies/edge';
import type {
  CommitEvidence,
  PullRequestEvidence,
  RepositoryEvidence,
} from '../evidence/issue-evidence';
import type { RepositoryStatus } from '../evidence/repository-status';
import type { Gap } from '../gap';
import type { LineLife } from '../lines/life-event';
import type { LineCell } from '../lines/line-state';
import type { Promotion, PromotionMode } from '../promotion/promotion';
import type { RepositoryId } from '../repository';
import type { ProjectSettings, RepositorySettings } from '../settings/project-settings';
import type { ManualStep } from './manual-step';

/** One repository that knows of the issue, as the promotion sees it. */
export type RepositoryCase = {
  repository: RepositoryId;
  /** What people call it: the service, else the path. */
  name: string;
  url: string | null;
  /** `null` when the project does not list it. */
  settings: RepositorySettings | null;
  /** `undefined` when it was never read. */
  status: RepositoryStatus | undefined;
  /** One cell for each line of the route that the repository has. */
  cells: LineCell[];
  /** Commits that carry changes of the issue, oldest first. */
  changes: CommitEvidence[];
  pullRequests: PullRequestEvidence[];
  evidence: RepositoryEvidence;
  /** What `to` lacks of the last released bundle here; `null` when there is no such bundle or nobody knows. */
  baseline: { version: string; missing: { issueKey: string; sha: string }[] } | null;
};

/** Everything that the reasons of one issue are made from. */
export type PromotionCase = {
  issueKey: string;
  mode: PromotionMode;
  promotion: Promotion;
  now: string;
  status: { name: string; category: 'new' | 'in-progress' | 'done' | 'unknown' };
  /** Why the project expects no change of this issue, in plain words: `label no-code`; `null` when it does. */
  noChangeExpected: string | null;
  /** Repositories that hold commits or pull requests of the issue, by id. */
  repositories: RepositoryCase[];
  dependencies: Dependencies;
  /** One for each line of the route. */
  lives: LineLife[];
  manualSteps: ManualStep[];
  /** Everything that could not be read. */
  gaps: Gap[];
  settings: Pick<ProjectSettings, 'requiredChecks' | 'requireReviews' | 'route'>;
};
