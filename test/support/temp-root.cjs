const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** What a run of tests leaves in temporary folders is below one, which goes with the run. */
module.exports = () => {
  globalThis.tempRoot = mkdtempSync(join(tmpdir(), 'convoy-tests-'));
  process.env.TMPDIR = globalThis.tempRoot;
};
