import { z } from 'zod';
import { NO_MARKS, type MarkRecord } from '../../domain/release/issue-mark';
import { LEVELS } from '../../domain/reasons/reason';
import type { MarkStore } from '../../ports/mark-store';
import { marksKey, marksQueuedKey } from './keys';
import { createLockedRecords, type KvsModule } from './locked-records';

const Instants = z.record(z.string(), z.string());
const StoredMarks = z.object({
  v: z.literal(1),
  marks: z.record(
    z.string(),
    z.object({
      verdict: z.enum([...LEVELS, 'unknown']),
      decision: z.enum(['SHIP', 'NO-SHIP', 'unknown']),
      versionIds: z.array(z.string()),
    }),
  ),
  refused: Instants,
  waiting: Instants,
});
const StoredQueued = z.object({ dueAt: z.string().nullable(), judgedAt: z.string().nullable() });

/**
 * What stands on the issues of a project in one record, under optimistic locking.
 *
 * Limits: 240 KiB a record, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createMarkStore(forge: KvsModule): MarkStore {
  const records = createLockedRecords(forge, 'shared-record');
  return {
    async readMarks(projectKey) {
      const key = marksKey(projectKey);
      return toRecord((await records.read([key])).get(key));
    },
    changeMarks: (projectKey, change) =>
      records.change([marksKey(projectKey)], (_, current) => {
        const before = toRecord(current);
        const after = change(before);
        return after === before ? undefined : toStored(after);
      }),
    async findQueued(projectKey) {
      const key = marksQueuedKey(projectKey);
      const stored = (await records.read([key])).get(key);
      return stored === undefined ? undefined : StoredQueued.parse(stored);
    },
    saveQueued: (projectKey, queued) => records.change([marksQueuedKey(projectKey)], () => queued),
  };
}

function toRecord(stored: unknown): MarkRecord {
  if (stored === undefined) return NO_MARKS;
  const { marks, refused, waiting } = StoredMarks.parse(stored);
  return {
    marks: new Map(Object.entries(marks)),
    refused: new Map(Object.entries(refused)),
    waiting: new Map(Object.entries(waiting)),
  };
}

const toStored = ({ marks, refused, waiting }: MarkRecord): z.input<typeof StoredMarks> => ({
  v: 1,
  marks: inOrder(marks),
  refused: inOrder(refused),
  waiting: inOrder(waiting),
});

const inOrder = <Value>(map: ReadonlyMap<string, Value>): Record<string, Value> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
