/**
 * Makes jira-scopes.json: which OAuth scopes each operation of Jira's REST API asks for.
 *
 * Usage: node dev/runtime/make-jira-scopes.mjs <Atlassian's OpenAPI file of the Jira Cloud platform REST API v3>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

import { format, resolveConfig } from 'prettier';

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch']);
const spec = JSON.parse(readFileSync(argv[2], 'utf8'));

const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => METHODS.has(method))
    .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, alternatives(operation)]),
);

/** Every list of scopes that alone is enough: the classic one first, then the granular one. */
function alternatives(operation) {
  const declared = (operation['x-atlassian-oauth2-scopes'] ?? []).map(({ scopes }) => scopes);
  if (declared.length > 0) return declared;
  return (operation.security ?? []).flatMap(({ OAuth2 }) => (OAuth2 ? [OAuth2] : []));
}

const about = {
  generatedBy: 'dev/runtime/make-jira-scopes.mjs; do not edit',
  source: `${spec.info.title}, OpenAPI ${spec.info.version}, https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json`,
  license: `${spec.info.license.name}, ${spec.info.license.url}`,
};
const target = join(import.meta.dirname, 'jira-scopes.json');
const json = JSON.stringify({ ...about, operations: Object.fromEntries(operations) });
writeFileSync(target, await format(json, { ...(await resolveConfig(target)), filepath: target }));
