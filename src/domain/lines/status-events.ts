import type { StatusChange } from '../issue';
import type { Line, ProjectSettings } from '../settings/project-settings';
import { createHolding } from './holding';
import type { LifeEvent } from './life-event';
import { statusMeaning, type StatusMeaning } from './status-meaning';

type Settings = Pick<ProjectSettings, 'route' | 'lines'>;

export type StatusEventsInput = {
  settings: Settings;
  /** Oldest first. */
  history: readonly StatusChange[];
  /** What the hosts say of each line, oldest first. */
  hostEventsOf: ReadonlyMap<string, readonly LifeEvent[]>;
};

/**
 * Rejections and approvals from Jira's history, in its order.
 *
 * A status that lines of the route name counts on each of these, and nowhere else. One that no line
 * names but whose words say enough (`statusMeaning`) counts on the furthest line of the route that
 * had something of the issue at that moment, in its branch or deployed: that is what people were
 * looking at. If there was nothing anywhere, it counts on the first line. Where that line names
 * statuses of its own for rejected (or approved), words alone say nothing there.
 */
export function statusEvents(input: StatusEventsInput): LifeEvent[] {
  return input.history.flatMap((change) =>
    [...namedBy(input.settings, change.to), ...byWords(input, change)].map(({ line, kind }) => ({
      ...{ kind, line, at: change.at, by: change.by, status: change.to },
    })),
  );
}

type Counted = { line: string; kind: StatusMeaning };

function namedBy({ route, lines }: Settings, status: string): Counted[] {
  return route.flatMap((line) => {
    const kind = meaningOn(lines[line], status);
    return kind ? [{ line, kind }] : [];
  });
}

/** A status that a line names as both rejects. */
function meaningOn(line: Line | undefined, status: string): StatusMeaning | null {
  if (!line) return null;
  const isNamed = (names: readonly string[]): boolean =>
    names.some((name) => sameName(name) === sameName(status));
  if (isNamed(line.rejectedStatuses)) return 'rejected';
  return isNamed(line.approvedStatuses) ? 'approved' : null;
}

const sameName = (name: string): string => name.trim().toLowerCase();

function byWords(input: StatusEventsInput, { to, at }: StatusChange): Counted[] {
  const kind = statusMeaning(to);
  const line = lineAt(input, at);
  if (!kind || line === undefined || namedBy(input.settings, to).length > 0) return [];
  return hasOwnNames(input.settings.lines[line], kind) ? [] : [{ line, kind }];
}

const lineAt = ({ settings: { route }, hostEventsOf }: StatusEventsInput, at: string) =>
  route.findLast((name) => wasOn(hostEventsOf.get(name) ?? [], at)) ?? route[0];

const hasOwnNames = (line: Line | undefined, kind: StatusMeaning): boolean =>
  (line?.[kind === 'rejected' ? 'rejectedStatuses' : 'approvedStatuses'] ?? []).length > 0;

/** Whether anything of the issue was on a line at a moment. */
function wasOn(events: readonly LifeEvent[], at: string): boolean {
  const holding = createHolding();
  for (const event of events) {
    if (Date.parse(event.at) <= Date.parse(at)) holding.apply(event);
  }
  return holding.hasBranch() || holding.hasDeployed();
}
