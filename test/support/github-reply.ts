import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const FILE = join(__dirname, '../fixtures/github/openapi.json');
const validators = new Map<string, ValidateFunction>();
let ajv: Ajv | undefined;

/** GitHub's schemas, loaded once; it marks some formats that JSON Schema does not know. */
function load(): Ajv {
  if (ajv) return ajv;
  ajv = new Ajv({ strict: false, allErrors: true, verbose: false });
  addFormats(ajv);
  ajv.addFormat('repo.nwo', true);
  ajv.addFormat('timestamp', true);
  ajv.addSchema(JSON.parse(readFileSync(FILE, 'utf8')) as object, 'github');
  return ajv;
}

function validatorOf(method: string, pathTemplate: string, status: number): ValidateFunction {
  const path = pathTemplate.replaceAll('~', '~0').replaceAll('/', '~1');
  const parts = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content'];
  const pointer = [...parts, 'application~1json', 'schema'].map(encodeURIComponent).join('/');
  const known = validators.get(pointer);
  if (known) return known;
  const made = load().compile({ $ref: `github#/${pointer}` });
  validators.set(pointer, made);
  return made;
}

/**
 * Holds a successful reply against GitHub's published description and returns its body.
 * `pathTemplate` is as GitHub writes it: `/repos/{owner}/{repo}/commits`.
 */
export async function expectGitHubReply<T = unknown>(
  method: string,
  pathTemplate: string,
  response: Response,
): Promise<T> {
  const body: unknown = await response.json();
  expect({ status: response.status, body }).toMatchObject({
    status: method === 'POST' ? 201 : 200,
  });
  const isValid = validatorOf(method, pathTemplate, response.status);
  isValid(body);
  expect(isValid.errors ?? []).toEqual([]);
  return body as T;
}
