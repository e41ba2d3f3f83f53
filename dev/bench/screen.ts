import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { APP_FOLDER } from '../local-site/app-folder';
import type { Row } from './table';

/** The panel's JavaScript, all of it, as it travels. */
export function benchScreen(): Promise<Row[]> {
  const folder = join(APP_FOLDER, 'static', 'issue-panel', 'build');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const bytes = scripts
    .map((name) => gzipSync(readFileSync(join(folder, name))).length)
    .reduce((sum, size) => sum + size, 0);
  const value = Math.round((bytes / 1024) * 10) / 10;
  return Promise.resolve([{ what: 'panel: JavaScript, KB gzip', value, limit: 250 }]);
}
