import type { Tick } from '../../domain/reasons/manual-step';
import type { TickStore } from '../../ports/tick-store';
import { keepWithin } from './keep-within';
import { ticksKey } from './keys';
import { createLockedRecords, type KvsModule } from './locked-records';
import { StoredTicks } from './tick-schema';

/**
 * Ticks in one record for each issue, under optimistic locking: two people who tick at once are both kept.
 *
 * Limits: 240 KiB a record, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createTickStore(forge: KvsModule): TickStore {
  const records = createLockedRecords(forge, 'shared-record');
  return {
    async readTicksOf(issueKeys) {
      const stored = await records.read(issueKeys.map(ticksKey));
      return new Map(
        issueKeys.flatMap((issueKey) => {
          const found = stored.get(ticksKey(issueKey));
          return found === undefined ? [] : [[issueKey, toTicks(found)] as const];
        }),
      );
    },
    addTick: (issueKey, tick) =>
      keepWithin(records, ticksKey(issueKey), (current) => [...toTicks(current), tick]),
  };
}

const toTicks = (stored: unknown): Tick[] => StoredTicks.parse(stored ?? []);
