import type { RepositoryId } from '../repository';
import { createHolding, type Holding } from './holding';
import type { LifeEvent } from './life-event';
import type { LinePlace } from './line-place';

export type PromotedInput = {
  line: string;
  places: readonly LinePlace[];
  /** Events of the line and of the one before it, oldest first. */
  events: readonly LifeEvent[];
  before: readonly LifeEvent[];
};

/**
 * The moments at which the line got the last change that there was by then, while the line before
 * it was approved. Changes that were made later do not undo it; when they arrive in turn, the issue
 * is promoted again. Where a line names environments, a change is there when it is deployed.
 */
export function promotedEvents({ line, places, events, before }: PromotedInput): LifeEvent[] {
  const wayOf = new Map(places.map(({ repository, reachedBy }) => [repository, reachedBy]));
  const holding = createHolding();
  return moments(events).flatMap((moment): LifeEvent[] => {
    for (const event of moment) holding.apply(event);
    const at = moment.find((event) => isArrival(event, wayOf))?.at;
    if (at === undefined || !isApproved(before, at)) return [];
    return hasAll(places, holding, at) ? [{ kind: 'promoted', line, at }] : [];
  });
}

/** Events that happened at once, in groups. */
function moments(events: readonly LifeEvent[]): LifeEvent[][] {
  const groups = new Map<number, LifeEvent[]>();
  for (const event of events) {
    const moment = Date.parse(event.at);
    groups.set(moment, [...(groups.get(moment) ?? []), event]);
  }
  return [...groups.values()];
}

function isArrival(
  event: LifeEvent,
  wayOf: ReadonlyMap<RepositoryId, LinePlace['reachedBy']>,
): boolean {
  if (event.kind === 'in-branch') return wayOf.get(event.repository) !== 'deployments';
  return event.kind === 'deployed' || event.kind === 'redeployed';
}

/** Whether the last word up to then is an approval. */
function isApproved(events: readonly LifeEvent[], at: string): boolean {
  const word = events.findLast(
    (event) =>
      (event.kind === 'rejected' || event.kind === 'approved') &&
      Date.parse(event.at) <= Date.parse(at),
  );
  return word?.kind === 'approved';
}

function hasAll(places: readonly LinePlace[], holding: Holding, at: string): boolean {
  return places.every(({ repository, reachedBy, changes }) =>
    changes
      .filter(({ authoredAt }) => Date.parse(authoredAt) <= Date.parse(at))
      .every(({ sha }) =>
        reachedBy === 'deployments'
          ? holding.isDeployed(repository, sha)
          : holding.isInBranch(repository, sha),
      ),
  );
}
