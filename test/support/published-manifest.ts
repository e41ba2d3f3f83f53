import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv/dist/2020';

const PUBLISHED = resolve(__dirname, '../../docs/manifest.schema.json');

let validate: ValidateFunction | undefined;

/** The manifest, when it is one by the published schema; else fails the test with all that is wrong. */
export function publishedManifest<Manifest>(manifest: Manifest): Manifest {
  validate ??= new Ajv({ strict: true, allErrors: true }).compile(
    JSON.parse(readFileSync(PUBLISHED, 'utf8')) as object,
  );
  const crossed: unknown = JSON.parse(JSON.stringify(manifest));
  if (validate(crossed)) return manifest;
  const faults = (validate.errors ?? []).map(({ instancePath, message = '' }) =>
    `${instancePath} ${message}`.trim(),
  );
  throw new Error(`No manifest by docs/manifest.schema.json:\n${faults.join('\n')}`);
}
