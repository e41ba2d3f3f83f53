import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGitReader } from './git-reader';
import type { GitReader } from './git-reader';
import { runGit } from './run-git';

/** Clones a bundle once per version of the file. */
async function cloneBundle(bundle: string, version: string, cacheDir: string): Promise<string> {
  const digest = createHash('sha256').update(`${bundle}\n${version}`).digest('hex').slice(0, 12);
  const folder = join(cacheDir, `${basename(bundle, '.bundle')}-${digest}.git`);
  const isThere = await stat(folder).catch(() => null);
  if (isThere) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(cacheDir, { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  await runGit(['clone', '--quiet', '--bare', bundle, unfinished]);
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

const readers = new Map<string, GitReader>();

/** One reader for each folder: whoever opens it again finds what was read before. */
function readerOf(gitFolder: string): GitReader {
  const reader = readers.get(gitFolder) ?? createGitReader(gitFolder);
  readers.set(gitFolder, reader);
  return reader;
}

/** A reader of a git folder, or of a bundle file, which is cloned to the cache folder first. */
export async function openGit(path: string, cacheDir: string): Promise<GitReader> {
  const found = await stat(path);
  if (found.isDirectory()) return readerOf(path);
  return readerOf(await cloneBundle(path, `${found.mtimeMs} ${found.size}`, cacheDir));
}
