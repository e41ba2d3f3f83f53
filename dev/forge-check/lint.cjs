const { relative } = require('node:path');

const { DEPRECATED_RUNTIMES } = require('./deprecated-runtimes.cjs');
const { finding } = require('./findings.cjs');

const LOGGER = {
  info: () => undefined,
  warn: console.warn,
  error: console.error,
  debug: () => undefined,
  trace: () => undefined,
};

/** Forge's linter over the app in the current folder. */
async function checkLint(load) {
  const { lint } = load('@forge/lint');
  const { ConfigFile, FileSystemReader, FileSystemWriter } = load('@forge/cli-shared');
  const reader = new FileSystemReader();
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const files = await reader.recursiveReadDir('./src', ['node_modules']);
  const statsig = { getDeprecatedRuntimes: async () => DEPRECATED_RUNTIMES };
  const options = { linter: { mode: 'client-side' } };
  const results = await lint(files, manifest, 'development', LOGGER, statsig, options);
  return results.flatMap(({ file, errors, warnings }) => [
    ...errors.map((message) => finding('error', toText(file, message))),
    ...warnings.map((message) => finding('warning', toText(file, message))),
  ]);
}

const toText = (file, { line, column, message }) =>
  `${relative(process.cwd(), file)}:${line}:${column} ${message}`;

module.exports = { checkLint };
