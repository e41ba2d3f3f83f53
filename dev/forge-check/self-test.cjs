const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { finding } = require('./findings.cjs');
const { checkLint } = require('./lint.cjs');
const { CALLS_FILE, inFolder, stageApp } = require('./staged-app.cjs');

/** Apps that Forge must refuse, and what tells its refusal. */
function spoiltApps(root, callsSource) {
  const manifest = readFileSync(join(root, 'manifest.yml'), 'utf8');
  return [
    {
      what: 'a scope that the manifest lacks',
      files: {
        'manifest.yml': manifest.replace(/^\s*- read:jira-work\n/m, ''),
        [CALLS_FILE]: callsSource,
      },
      isRefusal: ({ level, text }) => level === 'error' && text.includes('read:jira-work'),
    },
    {
      what: 'a host that the manifest does not list',
      files: {
        [CALLS_FILE]:
          "import api from '@forge/api';\nexport const call = () => api.fetch('https://undeclared.example.com/x');\n",
      },
      // Only a warning where administrators may add hosts: then nobody knows before it runs.
      isRefusal: ({ text }) => text.includes('undeclared.example.com'),
    },
  ];
}

/** A linter that finds nothing proves nothing: each spoilt copy of the app must be refused. */
async function checkLinterItself(load, { root, folder, callsSource }) {
  const findings = [];
  for (const { what, files, isRefusal } of spoiltApps(root, callsSource)) {
    stageApp(root, folder, files);
    const found = await inFolder(folder, () => checkLint(load));
    if (!found.some(isRefusal))
      findings.push(finding('error', `the linter does not refuse ${what}`));
  }
  return findings;
}

module.exports = { checkLinterItself };
