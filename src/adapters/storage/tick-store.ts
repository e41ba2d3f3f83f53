import type { Tick } from '../../domain/reasons/manual-step';
import type { TickStore } from '../../ports/tick-store';
import { ticksKey } from './keys';
import { createLockedRecords, type KvsModule } from './locked-records';
import { StoredTicks } from './tick-schema';

/** Ticks kept of one step: what was said before is history, and a record has an end. */
const KEPT_OF_A_STEP = 20;

/**
 * Ticks in one record for each issue, under optimistic locking: two people who tick at once are both kept.
 *
 * Limits: 240 KiB a record, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createTickStore(forge: KvsModule): TickStore {
  const records = createLockedRecords(forge, 'shared-record');
  return {
    async readTicks(issueKey) {
      const key = ticksKey(issueKey);
      return toTicks((await records.read([key])).get(key));
    },
    async readTicksOf(issueKeys) {
      const stored = await records.read(issueKeys.map(ticksKey));
      return new Map(
        issueKeys.flatMap((issueKey) => {
          const found = stored.get(ticksKey(issueKey));
          return found === undefined ? [] : [[issueKey, toTicks(found)] as const];
        }),
      );
    },
    addTick(issueKey, tick) {
      return records.change([ticksKey(issueKey)], (_, current) =>
        withoutOldest([...toTicks(current), tick], tick.stepId),
      );
    },
  };
}

const toTicks = (stored: unknown): Tick[] => StoredTicks.parse(stored ?? []);

function withoutOldest(ticks: readonly Tick[], stepId: string): Tick[] {
  const own = ticks.filter((tick) => tick.stepId === stepId);
  const dropped = new Set(own.slice(0, Math.max(0, own.length - KEPT_OF_A_STEP)));
  return ticks.filter((tick) => !dropped.has(tick));
}
