const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const SOURCE = /Source:\s+(GET|POST|PUT|DELETE) (\/rest\/[^\s?,]+)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const LITERAL = /[`'"](\/rest\/[^`'"?]*)/g;

/**
 * The linter finds a call to Jira only where its path stands in the call itself. The adapter hands
 * its paths on, so what it calls is read from the `Source:` line of each of its functions.
 */
function listJiraCalls(root) {
  const folder = join(root, 'src', 'adapters', 'jira');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const calls = texts.flatMap((text) => [...text.matchAll(SOURCE)].map(toCall));
  const known = new Set(calls.map(({ path }) => toShape(path)));
  const unnamed = texts
    .flatMap((text) => [...text.replace(COMMENT, '').matchAll(LITERAL)].map(([, path]) => path))
    .filter((path) => !known.has(toShape(path)));
  return { calls, unnamed };
}

const toCall = ([, method, path]) => ({ method, path });

/** Holes of both ways of writing, `{key}` and `${key}`, are one. */
const toShape = (path) => path.replace(/\$?\{[^}]*\}/g, '*').replace(/\/$/, '');

/** The same calls as the linter can see them. */
function toSource(calls) {
  const lines = calls.map(({ method, path }) => {
    const template = path.replace(/\{[^}]*\}/g, '${id}');
    return `  void api.asUser().requestJira(route\`${template}\`, { method: '${method}' });`;
  });
  return [
    "import api, { route } from '@forge/api';",
    'export function jiraCalls(id: string): void {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

module.exports = { listJiraCalls, toSource };
