/**
 * What every npm script starts: installs and builds what is missing, then runs the command.
 *
 *   node dev/run.cjs serve|invoke|bench …   the local site (dev/cli.ts)
 *   node dev/run.cjs --test [jest options]  the tests that need no browser
 *   node dev/run.cjs --browser [options]    the tests in a browser
 *   node dev/run.cjs --build                the screens, built anew
 *
 * Only node's own modules here: nothing else is there before the installation.
 */
const { spawn } = require('node:child_process');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const { build, ensureBuilt } = require('./bootstrap/build.cjs');
const { ensureInstalled } = require('./bootstrap/install.cjs');
const { say } = require('./bootstrap/run-quietly.cjs');

const ROOT = resolve(__dirname, '..');
const LOADER = join(ROOT, 'node_modules', 'tsx', 'dist', 'loader.mjs');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const NEEDS_SCREENS = ['serve', 'bench', '--browser'];

function toNodeArguments(command, rest) {
  const jest = [JEST, '--rootDir', ROOT, '--maxWorkers=100%', ...rest, '--selectProjects'];
  if (command === '--test') return [...jest, 'node', 'ui'];
  if (command === '--browser') return [...jest, 'browser'];
  return ['--import', pathToFileURL(LOADER).href, join(ROOT, 'dev', 'cli.ts'), command, ...rest];
}

/** The command takes over: its output, its signals and its exit code are those of this process. */
function handOver(nodeArguments) {
  const child = spawn(process.execPath, nodeArguments, { stdio: 'inherit' });
  // A terminal sends Ctrl+C to the command itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

const [command, ...rest] = process.argv.slice(2);
if (command === undefined) {
  say('Name a command: npm run convoy -- serve --site DIR, or invoke, or bench.');
  process.exit(2);
}
try {
  ensureInstalled(ROOT);
  if (command === '--build') {
    build(ROOT);
    process.exit(0);
  }
  if (NEEDS_SCREENS.includes(command)) ensureBuilt(ROOT);
} catch (error) {
  say(error.message);
  process.exit(1);
}
handOver(toNodeArguments(command, rest));
