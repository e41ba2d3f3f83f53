import type { z } from 'zod';
import type { CompositionHeader, CompositionStore } from '../../ports/composition-store';
import {
  COMPOSITION_FORM,
  StoredChunk,
  StoredCompositionHeader,
  StoredEnd,
  StoredOpen,
  StoredQuestion,
} from './composition-schema';
import { compositionKeys, openCompositionsKey } from './keys';
import { createLockedRecords, type KvsModule, type LockedRecords } from './locked-records';
import { createParts, type Parts } from './parts';

/** Releases that nobody looks at any more take no room for ever. */
const KEPT_DAYS = 30;

const NOTHING: CompositionHeader = { made: null, running: null };

/**
 * A header under optimistic locking; questions, chunks and ends in parts, under the name of their run, so
 * that nothing that a header names is ever overwritten.
 *
 * Limits: 240 KiB a value, https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
export function createCompositionStore(forge: KvsModule): CompositionStore {
  const records = createLockedRecords(forge, 'shared-record');
  const parts = createParts(forge.kvs, { keptDays: KEPT_DAYS });
  return { ...headers(records), ...runs(parts), ...openReleases(records) };
}

function headers(records: LockedRecords): Pick<CompositionStore, 'findHeader' | 'changeHeader'> {
  return {
    async findHeader(id) {
      const key = compositionKeys.header(id);
      return toHeader((await records.read([key])).get(key));
    },
    async changeHeader(id, change) {
      let header = NOTHING;
      await records.change([compositionKeys.header(id)], (_, current) => {
        header = change(toHeader(current) ?? NOTHING);
        return { form: COMPOSITION_FORM, ...header };
      });
      return header;
    },
  };
}

function runs(
  parts: Parts,
): Omit<CompositionStore, 'findHeader' | 'changeHeader' | 'listOpen' | 'changeOpen'> {
  const read = async <Record>(key: string, schema: z.ZodType<Record>) =>
    known(schema, await parts.read(key));
  const write = (key: string, record: object) =>
    parts.write(key, { form: COMPOSITION_FORM, ...record });
  return {
    findQuestion: (id, run) => read(compositionKeys.question(id, run), StoredQuestion),
    saveQuestion: (id, run, question) => write(compositionKeys.question(id, run), question),
    async findChunks(id, run, nths) {
      const all = nths.map((nth) => compositionKeys.chunk(id, run, nth));
      const chunks = await Promise.all(all.map((key) => read(key, StoredChunk)));
      const found = chunks.filter((chunk) => chunk !== undefined);
      return found.length === nths.length ? found : undefined;
    },
    saveChunk: (id, { run, nth }, chunk) => write(compositionKeys.chunk(id, run, nth), chunk),
    findEnd: (id, run) => read(compositionKeys.end(id, run), StoredEnd),
    saveEnd: (id, run, end) => write(compositionKeys.end(id, run), end),
    async forgetRun(id, run, chunks) {
      for (let nth = 0; nth < chunks; nth += 1) {
        await parts.remove(compositionKeys.chunk(id, run, nth));
      }
      await parts.remove(compositionKeys.end(id, run));
      await parts.remove(compositionKeys.question(id, run));
    },
  };
}

function openReleases(records: LockedRecords): Pick<CompositionStore, 'listOpen' | 'changeOpen'> {
  return {
    async listOpen(projectKey) {
      const key = openCompositionsKey(projectKey);
      return known(StoredOpen, (await records.read([key])).get(key)) ?? [];
    },
    changeOpen: (projectKey, change) =>
      records.change([openCompositionsKey(projectKey)], (_, current) =>
        change(known(StoredOpen, current) ?? []),
      ),
  };
}

/** What is of another form counts as absent. */
function known<Record>(schema: z.ZodType<Record>, stored: unknown): Record | undefined {
  const read = schema.safeParse(stored);
  return read.success ? read.data : undefined;
}

function toHeader(stored: unknown): CompositionHeader | undefined {
  const header = known(StoredCompositionHeader, stored);
  return header && { made: header.made, running: header.running };
}
