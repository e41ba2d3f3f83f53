import { locateIssueKeys, type IsProjectKey, type LocatedKey } from '../issue-key';
import type { Association, AssociationSource } from './association';
import { firstRun } from './title-keys';

/** GitHub names the branch of a revert `revert-34-feature/PAY-12`; that of its revert has two of these. */
const REVERT_PREFIX = /revert-\d+-/gy;

/**
 * The issues that a branch is named after: the first run of keys in its name. A key that goes on
 * like a version number (`cassandra-3.11`) is no issue's branch.
 */
export function ownedByBranch(
  branch: string,
  source: AssociationSource,
  isProjectKey: IsProjectKey,
): Association[] {
  const kind = [...branch.matchAll(REVERT_PREFIX)].length % 2 === 1 ? 'reverts' : 'owns';
  return branchKeys(branch, isProjectKey).map((issueKey) => ({
    issueKey,
    kind,
    source,
    detail: branch,
  }));
}

function branchKeys(branch: string, isProjectKey: IsProjectKey): string[] {
  const isVersion = ({ end }: LocatedKey): boolean => /^\.\d/.test(branch.slice(end));
  const keys = locateIssueKeys(branch, isProjectKey).filter((located) => !isVersion(located));
  return [...new Set(firstRun(branch, keys).map(({ key }) => key))];
}
