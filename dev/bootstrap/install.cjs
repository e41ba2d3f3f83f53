const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { readOr, withLock } = require('./lock.cjs');
const { runQuietly, say } = require('./run-quietly.cjs');

/** Installs the packages when node_modules is not what package-lock.json says. */
function ensureInstalled(root) {
  const stamp = join(root, 'node_modules', '.convoy-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isInstalled = () => readOr(stamp, '') === wanted;
  if (isInstalled()) return;
  withLock(join(root, '.local', 'install.lock'), () => {
    if (isInstalled()) return;
    say('Installing packages, once: this takes a minute.');
    runQuietly('npm', ['ci', '--no-audit', '--no-fund'], root);
    writeFileSync(stamp, wanted);
  });
}

module.exports = { ensureInstalled };
