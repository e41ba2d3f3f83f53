import { z } from 'zod';
import type { RepositoryId } from '../../domain/repository';
import type { Parts } from './parts';

/** Rows a segment: small enough that a push rewrites little, large enough that a whole log is few keys. */
const SEGMENT = 250;

/** A log of one repository that only grows; whoever reads it says how many rows count. */
export type SegmentedLog<Row> = {
  /** The first `count` rows, in the order they were written. */
  read(id: RepositoryId, count: number): Promise<Row[]>;
  /** Writes rows at position `from`. What stood behind is gone; nothing before changes. */
  append(id: RepositoryId, from: number, rows: readonly Row[]): Promise<void>;
};

type LogOf<Row> = {
  /** What the rows are: `commits`. */
  name: string;
  row: z.ZodType<Row>;
  keyOf: (id: RepositoryId, segment: number) => string;
};

/** Errors: thrown when the log holds fewer rows than a header counts; nothing else is caught here. */
export function createSegmentedLog<Row>(
  parts: Parts,
  { name, row, keyOf }: LogOf<Row>,
): SegmentedLog<Row> {
  async function readSegment(id: RepositoryId, segment: number): Promise<Row[]> {
    return z.array(row).parse((await parts.read(keyOf(id, segment))) ?? []);
  }
  return {
    async read(id, count) {
      const segments = Array.from({ length: Math.ceil(count / SEGMENT) }, (_, index) => index);
      const read = await Promise.all(segments.map((segment) => readSegment(id, segment)));
      const rows = read.flat().slice(0, count);
      if (rows.length < count) {
        throw new Error(`The log of ${name} of ${id} holds ${rows.length} of ${count}.`);
      }
      return rows;
    },
    async append(id, from, added) {
      const first = Math.floor(from / SEGMENT);
      const kept = from % SEGMENT === 0 ? [] : await readSegment(id, first);
      const rows = [...kept.slice(0, from % SEGMENT), ...added];
      for (let start = 0; start < rows.length; start += SEGMENT) {
        await parts.write(keyOf(id, first + start / SEGMENT), rows.slice(start, start + SEGMENT));
      }
    },
  };
}
