import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The content of all files that tell what refs name (git's `files` format): where it is the same, so are the refs.
 * A file that is not there is empty; the git program says what is wrong with a folder.
 */
export async function readRefFiles(gitFolder: string): Promise<string> {
  const folder = join(gitFolder, 'refs');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const loose = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const files = [join(gitFolder, 'HEAD'), join(gitFolder, 'packed-refs'), ...loose];
  const contents = await Promise.all(
    files.map(async (file) => `${file} ${await readFile(file, 'utf8').catch(() => '')}`),
  );
  return contents.join('\n');
}
