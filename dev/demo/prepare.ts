import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

import { buildDemo } from './build-demo';

const BUILT = resolve(__dirname, '../../.local/demo');
const STAMP = 'built-from';

/** Builds what the demo's `site.yaml` names when it is not there yet; any other site is left alone. */
export async function prepareSite(siteFolder: string): Promise<void> {
  const folder = /\.ya?ml$/.test(siteFolder) ? dirname(siteFolder) : siteFolder;
  if (resolve(folder) === __dirname) await prepareDemo(BUILT);
}

/** Builds the demo in `folder`, unless this very story is there already. Safe to be called twice at once. */
export async function prepareDemo(folder: string): Promise<void> {
  const stamp = digestOfSources();
  if (isBuiltFrom(folder, stamp)) return;
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  await buildDemo(unfinished);
  await writeFile(join(unfinished, STAMP), stamp);
  if (!isBuiltFrom(folder, stamp)) await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!isBuiltFrom(folder, stamp)) throw error;
  });
}

function isBuiltFrom(folder: string, stamp: string): boolean {
  const file = join(folder, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Of the story and of the code that tells it: when either changes, the demo is built anew. */
function digestOfSources(): string {
  const digest = createHash('sha256');
  const files = readdirSync(__dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|yaml)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  for (const file of files) {
    digest.update(relative(__dirname, file)).update(readFileSync(file));
  }
  return digest.digest('hex');
}
