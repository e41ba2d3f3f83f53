import type { IssueStatus } from '../issue';
import { isThere, type PresenceState } from '../lines/line-state';
import type { EdgeSource } from './edge';
import type { EdgeStatusFacts } from './edge-status';
import { isDirected } from './order';

/** What is known of an issue that another one needs. */
export type NeededIssue =
  | { visibility: 'hidden' | 'unknown-issue' }
  | {
      visibility: 'visible';
      summary: string;
      status: IssueStatus;
      url: string | null;
      changes: NeededChange[];
      /** Whether all its evidence could be read. */
      isComplete: boolean;
      isInBundle: boolean;
      /** Whether its own verdict, dependencies aside, is not blocked. */
      mayTravel: boolean;
    };

export type NeededChange = {
  /** Where it is in the target. */
  state: PresenceState;
  /** Addresses of the pull requests that it is known to be in. */
  pullRequestUrls: string[];
  /** Whether the issue that is asked about owns it as well (`PAY-1, PAY-2: fix both`): then it comes along. */
  isOwnedByRoot?: boolean;
};

/** Whether it has changes that are not all surely in the target; what is hidden is nobody's to promote. */
export const isToCome = (needed: NeededIssue): boolean =>
  needed.visibility === 'visible' && !needed.changes.every(isThere);

/** What an edge with these sources is judged by. */
export function statusFacts(
  needed: NeededIssue,
  sources: readonly EdgeSource[],
  target: string,
): EdgeStatusFacts {
  if (needed.visibility !== 'visible') return { ...NOTHING, visibility: needed.visibility, target };
  const changes = changesThatCount(needed.changes, sources);
  const missing = changes.filter((change) => !isThere(change));
  const leftBehind = missing.filter(({ isOwnedByRoot }) => isOwnedByRoot !== true);
  const { isComplete, isInBundle, mayTravel } = needed;
  return {
    ...{ visibility: 'visible', target, category: needed.status.category },
    ...{ isComplete, isInBundle, mayTravel },
    changes: {
      total: changes.length,
      present: changes.length - missing.length,
      along: missing.length - leftBehind.length,
      unknown: leftBehind.filter(({ state }) => state === 'unknown').length,
    },
  };
}

const NOTHING = {
  category: 'unknown',
  changes: { total: 0, present: 0, along: 0, unknown: 0 },
  isComplete: false,
  isInBundle: false,
  mayTravel: false,
} as const;

/** Where only pull requests are shared, only their changes bind, if anybody knows which these are. */
function changesThatCount(
  changes: readonly NeededChange[],
  sources: readonly EdgeSource[],
): readonly NeededChange[] {
  if (sources.some(isDirected)) return changes;
  const shared = changes.filter(({ pullRequestUrls }) =>
    sources.some(({ url }) => url !== null && pullRequestUrls.includes(url)),
  );
  return shared.length > 0 ? shared : changes;
}
