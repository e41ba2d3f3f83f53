import type { IssueStatus } from '../issue';
import type { EdgeStatus } from './edge';

/** What is known of an issue that another one needs. */
export type EdgeStatusFacts = {
  visibility: 'visible' | 'hidden' | 'unknown-issue';
  category: IssueStatus['category'];
  /**
   * Its changes: `present` in the target as they are or adapted; `along`: not there, and changes of the
   * issue itself too; of the rest, those of which nobody knows.
   */
  changes: { total: number; present: number; along: number; unknown: number };
  /** Whether all its evidence could be read: else it may have more changes. */
  isComplete: boolean;
  /** The line to promote to. */
  target: string;
  isInBundle: boolean;
  /** Whether its own verdict, dependencies aside, is not blocked. */
  mayTravel: boolean;
};

export type JudgedEdge = { status: EdgeStatus; why: string };

/** What one edge means for a promotion, and why, as half a sentence about the issue that is needed. */
export function edgeStatus(facts: EdgeStatusFacts): JudgedEdge {
  if (facts.visibility === 'hidden') return { status: 'hidden', why: 'you may not see it' };
  if (facts.visibility === 'unknown-issue') {
    return { status: 'unresolved', why: 'there is no such issue, or nobody read it yet' };
  }
  return facts.changes.total === 0 ? withoutChanges(facts) : withChanges(facts);
}

/** A bundle brings nothing of an issue without changes: only its status tells. */
function withoutChanges({ category, isComplete }: EdgeStatusFacts): JudgedEdge {
  if (!isComplete) {
    return { status: 'unresolved', why: `no change of it was found, but ${NOT_ALL_READ}` };
  }
  if (category === 'done') return { status: 'satisfied', why: 'it has no change and is done' };
  return category === 'unknown'
    ? { status: 'unresolved', why: 'it has no change, and nobody knows whether it is done' }
    : { status: 'unresolved', why: 'it has no change and is not done' };
}

function withChanges(facts: EdgeStatusFacts): JudgedEdge {
  const { changes, target, isInBundle, mayTravel, isComplete } = facts;
  const { total, present, along, unknown } = changes;
  const absent = total - present - along - unknown;
  if (present === total && isComplete) {
    return { status: 'satisfied', why: `${allOf(total)} on ${target}` };
  }
  if (isInBundle && mayTravel) return { status: 'in-bundle', why: 'it travels in the same bundle' };
  if (absent === 0) return nothingLeftBehind(facts);
  const travels = isInBundle
    ? 'it is in the same bundle but blocked itself'
    : 'it does not travel along';
  const why = `${absent} of ${counted(total)} ${be(absent)} not on ${target}, and ${travels}`;
  return { status: 'missing', why };
}

function nothingLeftBehind({ changes, target, isComplete }: EdgeStatusFacts): JudgedEdge {
  const { total, unknown } = changes;
  if (unknown > 0) {
    const why = `nobody can tell whether ${unknown} of ${counted(total)} ${be(unknown)} on ${target}`;
    return { status: 'unresolved', why };
  }
  return isComplete
    ? { status: 'in-bundle', why: `what ${target} lacks of it comes along with the same commits` }
    : {
        status: 'unresolved',
        why: `nothing of it is known to be left behind, but ${NOT_ALL_READ}`,
      };
}

const NOT_ALL_READ = 'its evidence could not all be read';

const counted = (count: number): string => (count === 1 ? '1 change' : `${count} changes`);
const be = (count: number): string => (count === 1 ? 'is' : 'are');

function allOf(count: number): string {
  if (count === 1) return 'its change is';
  return count === 2 ? 'both changes are' : `all ${count} changes are`;
}
