const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Products whose API descriptions the linter wants to have; the app calls none but Jira's. */
const OTHERS = ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB'];

/**
 * Points the linter at local descriptions of Atlassian's APIs, where it would download them. Jira's
 * is written from the scopes that the local site enforces: method, path and scopes are all it reads.
 */
function provideApiDescriptions(root, folder) {
  const scopes = join(root, 'dev', 'runtime', 'jira-scopes.json');
  const { operations } = JSON.parse(readFileSync(scopes, 'utf8'));
  const paths = {};
  for (const [operation, alternatives] of Object.entries(operations)) {
    const [method, path] = operation.split(' ');
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = { 'x-atlassian-oauth2-scopes': toScopes(alternatives) };
  }
  mkdirSync(folder, { recursive: true });
  process.env.USE_LOCAL_SWAGGER = '1';
  provide(folder, 'JIRA', mostExactFirst(paths));
  OTHERS.forEach((product) => provide(folder, product, {}));
}

/** Classic scopes have no third part: `read:jira-work`, but `read:issue:jira`. */
const toScopes = (alternatives) =>
  alternatives.map((scopes) => ({
    scopes,
    scheme: 'OAuth2',
    state: scopes.every((scope) => scope.split(':').length === 2) ? 'Current' : 'Beta',
  }));

/** The linter takes the first path that fits, and `{issueIdOrKey}` fits `bulkfetch` too. */
const mostExactFirst = (paths) =>
  Object.fromEntries(
    Object.entries(paths).sort(([one], [other]) => countHoles(one) - countHoles(other)),
  );
const countHoles = (path) => path.split('{').length - 1;

function provide(folder, product, paths) {
  const file = join(folder, `${product.toLowerCase()}.json`);
  writeFileSync(file, JSON.stringify({ paths }));
  process.env[`LOCAL_${product}_SWAGGER`] = file;
}

module.exports = { provideApiDescriptions };
