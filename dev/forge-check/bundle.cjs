const { readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const { finding } = require('./findings.cjs');

/** Forge downloads its wrapper when it bundles; what the wrapper does is not the app's. */
const WRAPPER = { script: '/* wrapper */', source: 'local', version: 'local' };
const WRAPPERS = {
  getNodeRuntimeWrapper: async () => WRAPPER,
  getNodeRuntimeLoader: async () => WRAPPER,
};
/** Every question about a feature of Atlassian's that is rolled out step by step: no. */
const STATSIG = new Proxy({}, { get: () => async () => false });

/** Bundles the app in the current folder with Forge's bundler; type errors fail it too. */
async function checkBundle(load) {
  const { getEntryPoints, getNodeBundler } = load('@forge/bundler');
  const { ConfigFile, FileSystemReader, FileSystemWriter } = load('@forge/cli-shared');
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const findings = [];
  const logger = {
    info: () => undefined,
    debug: () => undefined,
    trace: () => undefined,
    warn: (text) => findings.push(finding('warning', text)),
    error: (text) => findings.push(finding('error', String(text?.message ?? text))),
  };
  try {
    const { outputDir } = await getNodeBundler(logger, WRAPPERS, config, STATSIG).bundle({
      appDirectory: process.cwd(),
      entryPoints: getEntryPoints(await config.getAppHandlers()),
      successMessage: 'bundled',
    });
    return { findings, bytes: countBytes(outputDir) };
  } catch (error) {
    return { findings: [...findings, finding('error', error.message)], bytes: 0 };
  }
}

const countBytes = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.cjs'))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

module.exports = { checkBundle };
