import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { format } from 'prettier';

import { manifestJsonSchema } from '../../src/api/manifest-schema';

/** Writes the schema that is published beside the documentation. */
async function write(): Promise<void> {
  const text = await format(JSON.stringify(manifestJsonSchema()), { parser: 'json' });
  writeFileSync(resolve(__dirname, '../../docs/manifest.schema.json'), text);
}

void write();
