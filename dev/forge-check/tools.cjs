const { createHash } = require('node:crypto');
const { copyFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const { readOr, withLock } = require('../bootstrap/lock.cjs');
const { runQuietly, say } = require('../bootstrap/run-quietly.cjs');

/**
 * Forge's own linter and bundler, in a folder of their own: 240 MB that the app does not need.
 * Without install scripts: one of their packages wants a system library that nothing here uses.
 */
function loadTools(root) {
  const folder = join(root, '.local', 'forge-tools');
  const lock = readFileSync(join(__dirname, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules', '.convoy-lock');
  withLock(join(root, '.local', 'forge-tools.lock'), () => {
    if (readOr(stamp, '') === wanted) return;
    say("Installing Forge's linter and bundler, once.");
    mkdirSync(folder, { recursive: true });
    ['package.json', 'package-lock.json'].forEach((file) => {
      copyFileSync(join(__dirname, file), join(folder, file));
    });
    runQuietly('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    writeFileSync(stamp, wanted);
  });
  return createRequire(join(folder, 'package.json'));
}

module.exports = { loadTools };
