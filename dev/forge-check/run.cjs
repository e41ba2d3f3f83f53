/**
 * npm run forge:check: what Forge itself says of the app, without a login and offline once its tools
 * are installed: the manifest's validators, the linter with its permission check, the bundler.
 */
const { join, resolve } = require('node:path');

const { ensureBuilt } = require('../bootstrap/build.cjs');
const { ensureInstalled } = require('../bootstrap/install.cjs');
const { checkBundle } = require('./bundle.cjs');
const { finding, printFindings } = require('./findings.cjs');
const { listJiraCalls, toSource } = require('./jira-calls.cjs');
const { checkLint } = require('./lint.cjs');
const { checkManifest } = require('./manifest.cjs');
const { provideApiDescriptions } = require('./openapi.cjs');
const { checkLinterItself } = require('./self-test.cjs');
const { CALLS_FILE, inFolder, stageApp } = require('./staged-app.cjs');
const { loadTools } = require('./tools.cjs');

const ROOT = resolve(__dirname, '..', '..');
const SCRATCH = join(ROOT, '.local', 'forge-check');

async function main() {
  ensureInstalled(ROOT);
  ensureBuilt(ROOT);
  const load = loadTools(ROOT);
  provideApiDescriptions(ROOT, join(SCRATCH, 'openapi'));
  const { calls, unnamed } = listJiraCalls(ROOT);
  const callsSource = toSource(calls);
  const folder = join(SCRATCH, 'app');

  let errors = printFindings('manifest', await inFolder(ROOT, () => checkManifest(load)));
  stageApp(ROOT, folder, { [CALLS_FILE]: callsSource });
  errors += printFindings(`lint, with the scopes of ${calls.length} calls to Jira`, [
    ...unnamed.map((path) => finding('error', `src/adapters/jira calls ${path} without a Source:`)),
    ...(await inFolder(folder, () => checkLint(load))),
  ]);
  errors += printFindings(
    'the linter refuses what it must',
    await checkLinterItself(load, { root: ROOT, folder, callsSource }),
  );
  const { findings, bytes } = await inFolder(ROOT, () => checkBundle(load));
  errors += printFindings(`bundle, ${Math.round(bytes / 1024)} KiB`, findings);
  console.log(errors === 0 ? 'forge:check: no errors' : `forge:check: ${errors} errors`);
  return errors === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`forge:check: ${error.message}`);
    process.exit(1);
  },
);
