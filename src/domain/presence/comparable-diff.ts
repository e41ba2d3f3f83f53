const FILE_START = /^(?=diff --git )/m;
const BODY_START = /^(?:@@ -|GIT binary patch|Binary files )/m;
const INDEX = /^(index )([0-9a-f]+)\.\.([0-9a-f]+)/m;
/** Git's shortest; GitHub's grow with the repository. */
const BLOB_DIGITS = 7;

/**
 * A diff, one character per byte, with each binary file as `git diff --abbrev=7` shows it. The same
 * change then has the same identity whether the host sent the data of the file or only its name, and
 * however many digits of the blob ids it sent.
 */
export function toComparableDiff(diff: string): string {
  return diff.split(FILE_START).map(toComparableFile).join('');
}

function toComparableFile(file: string): string {
  const at = file.search(BODY_START);
  if (at === -1 || file.startsWith('@@', at)) return file;
  const header = file.slice(0, at).replace(INDEX, (_, word: string, before = '', after = '') => {
    const cut = (blob: string): string => blob.slice(0, BLOB_DIGITS);
    return `${word}${cut(String(before))}..${cut(String(after))}`;
  });
  return `${header}Binary files differ\n`;
}
