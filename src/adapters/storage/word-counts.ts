import { z } from 'zod';
import type { Beside } from './keep-within';
import { wordsKey } from './keys';
import type { LockedRecords } from './locked-records';

/** By issue key. */
const StoredCounts = z.record(z.string(), z.number().int());

/**
 * How many words were said of each issue, a thousand issues a record: whoever looks at a release of
 * thousands of issues sees in a few reads of which of them somebody said something, and whether that is
 * new. A count changes in one transaction with the words that it counts.
 */
export type WordCounts = {
  /** Issues that were never counted are not named. */
  read(issueKeys: readonly string[]): Promise<Map<string, number>>;
  /** Counts one more, beside the record that it is written to. */
  oneMore(issueKey: string): Beside;
  /** Takes over these counts of issues that were never counted. */
  start(counts: ReadonlyMap<string, number>): Promise<void>;
};

export function createWordCounts(records: LockedRecords): WordCounts {
  return {
    async read(issueKeys) {
      const stored = await records.read([...new Set(issueKeys.map(wordsKey))]);
      const counts = new Map([...stored].map(([key, value]) => [key, toCounts(value)]));
      return new Map(
        issueKeys.flatMap((issueKey) => {
          const count = counts.get(wordsKey(issueKey))?.[issueKey];
          return count === undefined ? [] : [[issueKey, count] as const];
        }),
      );
    },
    oneMore: (issueKey) => ({
      key: wordsKey(issueKey),
      change: (current) => {
        const counts = toCounts(current);
        return sorted({ ...counts, [issueKey]: (counts[issueKey] ?? 0) + 1 });
      },
    }),
    start(counts) {
      const keys = [...new Set([...counts.keys()].map(wordsKey))];
      return records.change(keys, (key, current) => {
        const own = [...counts].filter(([issueKey]) => wordsKey(issueKey) === key);
        return sorted({ ...Object.fromEntries(own), ...toCounts(current) });
      });
    },
  };
}

const toCounts = (stored: unknown): Record<string, number> => StoredCounts.parse(stored ?? {});

const sorted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
