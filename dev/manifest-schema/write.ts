import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { manifestJsonSchema } from '../../src/api/manifest-schema';

/** Writes the schema that is published beside the documentation. */
async function write(): Promise<void> {
  const file = resolve(__dirname, '../../docs/manifest.schema.json');
  const style = await resolveConfig(file);
  writeFileSync(
    file,
    await format(JSON.stringify(manifestJsonSchema()), { ...style, filepath: file }),
  );
}

void write();
