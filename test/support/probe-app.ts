import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { readShellApp } from '../../dev/site/shell-app';
import type { ShellApp } from '../../dev/site/shell-app';

const FOLDER = resolve('test/fixtures/shell-app');
const VITE = resolve('node_modules/vite/bin/vite.js');

/** Builds the screen that hands the real @forge/bridge to a test, as the app's own screens are built. */
export async function buildProbeApp(): Promise<{ app: ShellApp; remove: () => void }> {
  const build = mkdtempSync(join(tmpdir(), 'convoy-probe-'));
  const config = join(FOLDER, 'vite.config.mts');
  await promisify(execFile)(process.execPath, [
    VITE,
    'build',
    ...['--config', config, '--outDir', build, '--logLevel', 'warn'],
  ]);
  const app = readShellApp(join(FOLDER, 'manifest.yml'));
  return {
    app: { ...app, resources: new Map([['probe', build]]) },
    remove: () => {
      rmSync(build, { recursive: true, force: true });
    },
  };
}
