import type { LifeEvent } from './life-event';

/** What happened first when the clocks show the same moment. */
const RANK: Readonly<Record<LifeEvent['kind'], number>> = {
  'in-branch': 0,
  'rolled-back': 1,
  'deployment-failed': 2,
  deploying: 3,
  deployed: 4,
  redeployed: 4,
  rejected: 5,
  approved: 5,
  promoted: 6,
};

/**
 * Oldest first; at the same moment in the branch, then deployed, then rejected or approved, then
 * promoted. Statuses of one moment stay in the order of Jira's history; anything else goes by name.
 */
export function byTime(one: LifeEvent, other: LifeEvent): number {
  return (
    Date.parse(one.at) - Date.parse(other.at) ||
    RANK[one.kind] - RANK[other.kind] ||
    compareText(placeOf(one), placeOf(other))
  );
}

function placeOf(event: LifeEvent): string {
  if (!('repository' in event)) return '';
  const where = event.kind === 'in-branch' ? event.branch : event.environment;
  return `${event.repository} ${where} ${event.shas.join(' ')}`;
}

const compareText = (one: string, other: string): number =>
  one === other ? 0 : one < other ? -1 : 1;
