import type { Tick } from '../../domain/reasons/manual-step';
import type { TickStore } from '../../ports/tick-store';
import { keepWithin } from './keep-within';
import { ticksKey } from './keys';
import { createLockedRecords, type KvsModule } from './locked-records';
import { StoredTicks } from './tick-schema';
import { createWordCounts } from './word-counts';

/**
 * Ticks in one record for each issue, under optimistic locking: two people who tick at once are both kept.
 *
 * Limits: 240 KiB a record, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createTickStore(forge: KvsModule): TickStore {
  const records = createLockedRecords(forge, 'shared-record');
  const counts = createWordCounts(records);
  async function readAll(issueKeys: readonly string[]): Promise<Map<string, Tick[]>> {
    const stored = await records.read(issueKeys.map(ticksKey));
    return new Map(
      issueKeys.flatMap((issueKey) => {
        const found = stored.get(ticksKey(issueKey));
        return found === undefined ? [] : [[issueKey, toTicks(found)] as const];
      }),
    );
  }
  return {
    async readTicksOf(issueKeys) {
      const counted = await counts.read(issueKeys);
      return readAll(issueKeys.filter((key) => counted.get(key) !== 0));
    },
    addTick: (issueKey, tick) =>
      keepWithin(
        records,
        ticksKey(issueKey),
        (current) => [...toTicks(current), tick],
        counts.oneMore(issueKey),
      ),
    countWords: (issueKeys) => counts.read(issueKeys),
    async startCounting(issueKeys) {
      const counted = await counts.read(issueKeys);
      const uncounted = issueKeys.filter((key) => !counted.has(key));
      const said = await readAll(uncounted);
      await counts.start(new Map(uncounted.map((key) => [key, said.get(key)?.length ?? 0])));
    },
  };
}

const toTicks = (stored: unknown): Tick[] => StoredTicks.parse(stored ?? []);
