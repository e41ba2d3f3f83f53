import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { z } from 'zod';

type Read = { version: string; value: unknown };

/** What was read with each schema, by file: another site over the same files finds it here. */
const known = new WeakMap<z.ZodType, Map<string, Read>>();

/** Reads a JSON file of a site again only after it was written again; `none` where there is no file. */
export function createJsonFileReader<T>(
  file: string | undefined,
  schema: z.ZodType<T>,
  none: T,
): () => Promise<T> {
  const files = known.get(schema) ?? new Map<string, Read>();
  known.set(schema, files);
  return async () => {
    if (file === undefined) return none;
    const { mtimeMs, size } = statSync(file);
    const version = `${mtimeMs} ${size}`;
    const before = files.get(file);
    if (before?.version === version) return before.value as T;
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    files.set(file, { version, value: parsed.data });
    return parsed.data;
  };
}
