import type { StatusChange } from '../issue';
import { changedSince, type LineSignOff } from './changed-since';
import { byTime } from './event-order';
import type { FailedItem } from './failed-items';
import { hostEvents } from './host-events';
import type { LifeEvent, LineLife } from './life-event';
import { placesOfLine, type PlacesInput } from './line-place';
import { promotedEvents } from './promoted-events';
import { stageOf } from './stage';
import { statusEvents } from './status-events';

export type LineLivesInput = PlacesInput & {
  /** Jira's, oldest first. */
  history: readonly StatusChange[];
  /** They count for what changed since; they are no event of Jira or of a host. */
  signOffs?: readonly LineSignOff[];
  /** Items of checklists that people failed: each is a rejection. */
  failed?: readonly FailedItem[];
};

/** The life of an issue on each line of the route, from Jira's history and from the hosts. */
export function lineLives(input: LineLivesInput): LineLife[] {
  const { settings, history, signOffs = [], failed = [] } = input;
  const lines = settings.route.map((line) => ({ line, places: placesOfLine(line, input) }));
  const hostEventsOf = new Map(
    lines.map(({ line, places }) => [line, hostEvents(line, places).sort(byTime)]),
  );
  const words = [...statusEvents({ settings, history, hostEventsOf }), ...failed.map(toEvent)];
  const eventsOf = lines.map(({ line }) =>
    [...(hostEventsOf.get(line) ?? []), ...words.filter((word) => word.line === line)].sort(byTime),
  );
  return lines.map(({ line, places }, position) => {
    const own = withRedeployed(eventsOf[position] ?? []);
    const before = eventsOf[position - 1] ?? [];
    const events = [...own, ...promotedEvents({ line, places, events: own, before })].sort(byTime);
    const signed = signOffs.filter((one) => one.line === line);
    return {
      ...{ line, events, stage: stageOf(events, places) },
      changedSince: changedSince(events, signed, places),
    };
  });
}

/** At the same moment as a status of Jira it comes later: of two words, the worse counts. */
const toEvent = ({ line, at, by, what, note }: FailedItem): LifeEvent => ({
  ...{ kind: 'rejected' as const, line, at, by, note },
  status: `${what} failed`,
});

/** What was deployed while a rejection stood. */
function withRedeployed(events: readonly LifeEvent[]): LifeEvent[] {
  let isRejected = false;
  return events.map((event) => {
    if (event.kind === 'rejected') isRejected = true;
    if (event.kind === 'approved') isRejected = false;
    return event.kind === 'deployed' && isRejected ? { ...event, kind: 'redeployed' } : event;
  });
}
