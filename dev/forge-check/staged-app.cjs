const { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Where a file of calls stands that only the linter reads. */
const CALLS_FILE = 'src/forge-check-calls.ts';

/** A copy of what Forge would get, to which files can be added without touching the app. */
function stageApp(root, folder, files = {}) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  ['manifest.yml', 'package.json', 'tsconfig.json', 'src'].forEach((name) => {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  });
  ['node_modules', 'static'].forEach((name) => {
    symlinkSync(join(root, name), join(folder, name), 'dir');
  });
  Object.entries(files).forEach(([file, text]) => {
    writeFileSync(join(folder, file), text);
  });
}

/** Runs `work` with the current folder set to `folder`: Forge's tools know no other way. */
async function inFolder(folder, work) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

module.exports = { CALLS_FILE, inFolder, stageApp };
