import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import Ajv from 'ajv/dist/2020';

import { manifestJsonSchema, ManifestSchema } from '../../src/api/manifest-schema';
import { fullInput, manifestOf } from '../support/manifest';

const PUBLISHED = resolve(__dirname, '../../docs/manifest.schema.json');
const published: unknown = JSON.parse(readFileSync(PUBLISHED, 'utf8'));

describe('the published schema', () => {
  it('is up to date (else: npm run schema)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(manifestJsonSchema())));
  });

  const validate = new Ajv({ strict: true }).compile(
    JSON.parse(JSON.stringify(manifestJsonSchema())) as object,
  );
  const full = manifestOf(fullInput('Text'));

  it.each([
    ['a plain one', manifestOf()],
    ['one with something in every list', full],
  ])('takes %s', (_, manifest) => {
    expect(validate(JSON.parse(JSON.stringify(manifest)))).toBe(true);
    expect(ManifestSchema.safeParse(manifest).success).toBe(true);
  });

  it.each(Object.keys(full))('refuses a manifest without %s', (name) => {
    const broken = Object.fromEntries(Object.entries(full).filter(([key]) => key !== name));

    expect(validate(broken)).toBe(false);
  });

  it.each([
    ['another version', { ...full, schemaVersion: 2 }],
    ['a third decision', { ...full, decision: 'MAYBE' }],
    ['a hash that is none', { ...full, evidence: { ...full.evidence, hash: 'x' } }],
    [
      'an issue without a verdict',
      { ...full, issues: [{ ...full.issues[0], verdict: undefined }] },
    ],
    ['something else', 'manifest'],
  ])('refuses %s', (_, broken) => {
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false);
  });
});
