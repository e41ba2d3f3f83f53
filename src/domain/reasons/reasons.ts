import { adaptedChange } from './adapted-change';
import { approvalStale } from './approval-stale';
import { blockingIssueOpen } from './blocking-issue-open';
import { changedSinceSignOff } from './changed-since-sign-off';
import { checkFailed } from './check-failed';
import { checkPending } from './check-pending';
import { configuredRisk } from './configured-risk';
import { dbChange } from './db-change';
import { dependencyCycle } from './dependency-cycle';
import { dependencyUnresolved } from './dependency-unresolved';
import { deploymentFailed } from './deployment-failed';
import { doneButUnmerged } from './done-but-unmerged';
import { edgeConflict } from './edge-conflict';
import { evidenceIncomplete } from './evidence-incomplete';
import { featureFlag } from './feature-flag';
import { inOrder } from './in-order';
import { manualStepOpen } from './manual-step-open';
import { missingDependency } from './missing-dependency';
import { noChangeFound } from './no-change-found';
import { notArrived } from './not-arrived';
import { notDeployedInSource } from './not-deployed-in-source';
import { notInSource } from './not-in-source';
import { openPullRequest } from './open-pull-request';
import {
  configChange,
  dependencyChange,
  infraChange,
  mendixModel,
  secretChange,
} from './path-changes';
import type { PromotionCase } from './promotion-case';
import { LEVELS, type Reason } from './reason';
import { rejected } from './rejected';
import { repositoryUnavailable } from './repository-unavailable';
import { revertedInSource } from './reverted-in-source';
import { revertedInTarget } from './reverted-in-target';
import { riskDeclared } from './risk-declared';
import type { Rule } from './rule';
import { sourceBehind } from './source-behind';
import { sourceRefMissing } from './source-ref-missing';
import { statusNotDone } from './status-not-done';
import { targetBehindBaseline } from './target-behind-baseline';
import { targetRefMissing } from './target-ref-missing';
import { unreviewed } from './unreviewed';

/** In the order of the specification's table. A new rule is a new file and one entry here. */
const RULES: readonly Rule[] = [
  notArrived,
  sourceRefMissing,
  targetRefMissing,
  notInSource,
  sourceBehind,
  missingDependency,
  blockingIssueOpen,
  checkFailed,
  deploymentFailed,
  rejected,
  repositoryUnavailable,
  targetBehindBaseline,
  riskDeclared,
  evidenceIncomplete,
  revertedInTarget,
  adaptedChange,
  noChangeFound,
  dbChange,
  mendixModel,
  secretChange,
  infraChange,
  manualStepOpen,
  changedSinceSignOff,
  notDeployedInSource,
  openPullRequest,
  dependencyCycle,
  edgeConflict,
  doneButUnmerged,
  statusNotDone,
  dependencyUnresolved,
  revertedInSource,
  configChange,
  dependencyChange,
  checkPending,
  unreviewed,
  approvalStale,
  featureFlag,
  configuredRisk,
];

/** All reasons of an issue, the worst first, then in the order of the table. The order of the facts does not matter. */
export function reasons(facts: PromotionCase): Reason[] {
  const ordered = inOrder(facts);
  return RULES.flatMap((rule) => rule(ordered)).sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level),
  );
}
