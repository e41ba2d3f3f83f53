import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The content of all files that tell what refs name (git's `files` format): where it is the same, so are the refs.
 * A file that is not there is empty; the git program says what is wrong with a folder. Read at once: a dozen small
 * files take longer to wait for than to read.
 */
export function readRefFiles(gitFolder: string): string {
  const files = ['HEAD', 'packed-refs'].map((name) => join(gitFolder, name));
  return [...files, ...listFiles(join(gitFolder, 'refs'))]
    .map((file) => `${file} ${readText(file)}`)
    .join('\n');
}

function listFiles(folder: string): string[] {
  const entries = orElse([], () => readdirSync(folder, { withFileTypes: true }));
  return entries
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

const readText = (file: string): string => orElse('', () => readFileSync(file, 'utf8'));

function orElse<Found>(none: Found, read: () => Found): Found {
  try {
    return read();
  } catch {
    return none;
  }
}
