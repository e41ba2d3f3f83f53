import type { ChangedFile } from '../../git/changed-file';
import type { Json } from './user';

/**
 * Past these GitLab leaves diffs out. A file alone: over 200 KB it is too large, over a tenth of that
 * collapsed. Together: past 100 files or 5,000 lines the rest is collapsed, past 1,000 files cut off.
 *
 * Source: https://docs.gitlab.com/administration/diff_limits/, https://docs.gitlab.com/development/merge_request_concepts/diffs/
 */
const TOO_LARGE_BYTES = 200 * 1024;
const COLLAPSED_BYTES = TOO_LARGE_BYTES / 10;
const SAFE = { files: 100, lines: 5000 };
const MOST_FILES = 1000;

type Seen = { files: number; lines: number };

/** What differs, file by file, as GitLab sends it. */
export function toDiffs(files: readonly ChangedFile[]): Json[] {
  const seen: Seen = { files: 0, lines: 0 };
  return files.slice(0, MOST_FILES).map((file) => {
    seen.files += 1;
    seen.lines += file.patch?.split('\n').length ?? 0;
    return toDiff(file, seen);
  });
}

function toDiff(file: ChangedFile, seen: Seen): Json {
  const cut = cutOf(Buffer.byteLength(file.patch ?? ''), seen);
  return {
    diff: cut === null ? diffOf(file) : '',
    collapsed: cut === 'collapsed',
    too_large: cut === 'too_large',
    new_path: file.path,
    old_path: file.previousPath ?? file.path,
    a_mode: file.modes.before,
    b_mode: file.modes.after,
    new_file: file.status === 'added',
    renamed_file: file.status === 'renamed',
    deleted_file: file.status === 'removed',
    generated_file: null,
  };
}

function cutOf(bytes: number, { files, lines }: Seen): 'too_large' | 'collapsed' | null {
  if (bytes > TOO_LARGE_BYTES) return 'too_large';
  const isOver = files > SAFE.files || lines > SAFE.lines;
  return bytes >= COLLAPSED_BYTES || (bytes > 0 && isOver) ? 'collapsed' : null;
}

function diffOf({ patch, isBinary, path, previousPath, status }: ChangedFile): string {
  if (patch !== null) return `${patch}\n`;
  if (!isBinary) return '';
  const before = status === 'added' ? '/dev/null' : `a/${previousPath ?? path}`;
  const after = status === 'removed' ? '/dev/null' : `b/${path}`;
  return `Binary files ${before} and ${after} differ\n`;
}
