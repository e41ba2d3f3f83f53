import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';

/** Reads a JSON file of a site again only after it was written again; `none` where there is no file. */
export function createJsonFileReader<T>(
  file: string | undefined,
  schema: z.ZodType<T>,
  none: T,
): () => Promise<T> {
  let known: { version: string; value: T } | undefined;
  return async () => {
    if (file === undefined) return none;
    const { mtimeMs, size } = await stat(file);
    const version = `${mtimeMs} ${size}`;
    if (known?.version === version) return known.value;
    const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    known = { version, value: parsed.data };
    return known.value;
  };
}
