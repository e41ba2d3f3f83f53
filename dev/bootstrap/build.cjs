const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { readOr, withLock } = require('./lock.cjs');
const { runQuietly, say } = require('./run-quietly.cjs');

/** Builds the screens when one is missing or older than its sources. */
function ensureBuilt(root) {
  const apps = listApps(root);
  const wanted = hashSources(root);
  const isBuilt = () =>
    readOr(stampOf(root), '') === wanted &&
    apps.every((app) => existsSync(join(root, 'static', app, 'build', 'index.html')));
  if (isBuilt()) return;
  withLock(lockOf(root), () => {
    if (!isBuilt()) buildAll(root);
  });
}

/** Builds the screens in any case, as before a deployment. */
function build(root) {
  withLock(lockOf(root), () => {
    buildAll(root);
  });
}

const lockOf = (root) => join(root, '.local', 'build.lock');
const stampOf = (root) => join(root, '.local', 'screens-hash');

function buildAll(root) {
  const sources = hashSources(root);
  say('Building the screens.');
  listApps(root).forEach((app) => buildApp(root, app));
  mkdirSync(join(root, '.local'), { recursive: true });
  writeFileSync(stampOf(root), sources);
}

function buildApp(root, app) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(root, 'static', app, 'vite.config.mts');
  runQuietly(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], root);
}

const listApps = (root) =>
  readdirSync(join(root, 'static')).filter((app) =>
    existsSync(join(root, 'static', app, 'vite.config.mts')),
  );

/** Everything that a build is made of: the screens, the contract and the packages. */
function hashSources(root) {
  const files = readdirSync(join(root, 'static'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !/[\\/]build[\\/]/.test(file.slice(root.length)))
    .sort();
  const hash = createHash('sha256');
  const contract = join(root, 'src', 'api', 'contract.ts');
  for (const file of [...files, contract, join(root, 'package-lock.json')]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

module.exports = { build, ensureBuilt };
