import { NO_ACTS } from '../../src/domain/release/acts';
import type { Tick } from '../../src/domain/reasons/manual-step';
import type { ReleaseRecord, ReleaseStore } from '../../src/ports/release-store';
import type { TickStore } from '../../src/ports/tick-store';

type Words = { ticks: Map<string, Tick[]>; releases: Map<string, ReleaseRecord> };

/** What people said of issues, in a map. */
export function createTicks({ ticks }: Pick<Words, 'ticks'>): TickStore {
  const of = (issueKey: string): Tick[] => ticks.get(issueKey) ?? [];
  return {
    readTicksOf: (keys) =>
      Promise.resolve(new Map([...ticks].filter(([issueKey]) => keys.includes(issueKey)))),
    addTick: (issueKey, tick) => {
      ticks.set(issueKey, [...of(issueKey), tick]);
      return Promise.resolve({ status: 'kept' });
    },
    countWords: (keys) => Promise.resolve(new Map(keys.map((key) => [key, of(key).length]))),
    startCounting: () => Promise.resolve(),
  };
}

/** What people did with releases, in a map. */
export function createReleases({ releases, ticks }: Words): ReleaseStore {
  const of = (id: string): ReleaseRecord => releases.get(id) ?? { acts: NO_ACTS, words: [] };
  return {
    readRecord: (id) => Promise.resolve(of(id)),
    readSaidOf: (issueKey, ids) =>
      Promise.resolve({
        ticks: ticks.get(issueKey) ?? [],
        records: ids.flatMap((id) => releases.get(id) ?? []),
      }),
    changeRecord: (id, change) => {
      releases.set(id, change(of(id)));
      return Promise.resolve({ status: 'kept' });
    },
  };
}
