type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

export type ChangedFile = {
  path: string;
  previousPath: string | null;
  status: FileStatus;
  /** Git's modes, `000000` where there is no file. */
  modes: { before: string; after: string };
  /** The blob after the change; of a removed file, the one before. */
  blob: string;
  additions: number;
  deletions: number;
  isBinary: boolean;
  /** The hunks; `null` when there are none, as for a binary file, a change of mode or a pure rename. */
  patch: string | null;
};

const STATUSES: Record<string, FileStatus> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

type RawEntry = Pick<ChangedFile, 'path' | 'previousPath' | 'status' | 'modes' | 'blob'>;
type Count = Pick<ChangedFile, 'additions' | 'deletions' | 'isBinary'>;

function toEntry(head: string, paths: string[]): RawEntry {
  const words = head.slice(1).split(' ');
  const word = (index: number): string => words[index] ?? '';
  const status = STATUSES[word(4).charAt(0)] ?? 'modified';
  const [path = '', previousPath = null] = [...paths].reverse();
  const modes = { before: word(0), after: word(1) };
  return { path, previousPath, status, modes, blob: word(status === 'removed' ? 2 : 3) };
}

function toCount(text: string): Count {
  const [additions = '', deletions = ''] = text.split('\t');
  const isBinary = additions === '-';
  return {
    additions: isBinary ? 0 : Number(additions),
    deletions: isBinary ? 0 : Number(deletions),
    isBinary,
  };
}

/** Reads `git diff-tree -r -z --raw --numstat`. */
function parseSummary(output: string): { entries: RawEntry[]; counts: Count[] } {
  const words = output.split('\0');
  const entries: RawEntry[] = [];
  const counts: Count[] = [];
  for (let at = 0; at < words.length - 1;) {
    const word = words[at] ?? '';
    if (word.startsWith(':')) {
      const paths = / [RC]\d*$/.test(word) ? 2 : 1;
      entries.push(toEntry(word, words.slice(at + 1, at + 1 + paths)));
      at += 1 + paths;
    } else {
      counts.push(toCount(word));
      at += word.endsWith('\t') ? 3 : 1;
    }
  }
  return { entries, counts };
}

function hunksOf(section: string): string | null {
  const start = section.indexOf('\n@@ ');
  return start < 0 ? null : section.slice(start + 1).replace(/\n$/, '');
}

/** Reads `git diff-tree -p`: one entry per file in the order of the summary; a change of type has two sections. */
function patchesOf(output: string, entries: RawEntry[]): (string | null)[] {
  const sections = output.split(/^diff --git /m).slice(1);
  let next = 0;
  return entries.map(({ status }) => {
    const count = status === 'changed' ? 2 : 1;
    const own = sections.slice(next, next + count).flatMap((section) => hunksOf(section) ?? []);
    next += count;
    return own.length === 0 ? null : own.join('\n');
  });
}

const PATCH = Buffer.from('\0\0diff --git ');

/** Takes what `git diff-tree -r -z --raw --numstat -p` printed apart: an empty field ends the summary. */
export function splitComparison(output: Buffer): { summary: Buffer; patch: Buffer } {
  const end = output.indexOf(PATCH);
  if (end < 0) return { summary: output, patch: Buffer.of() };
  return { summary: output.subarray(0, end + 1), patch: output.subarray(end + 2) };
}

/** Puts git's summary and its patch of the same two trees together. */
export function parseChangedFiles(summary: string, patch: string): ChangedFile[] {
  const { entries, counts } = parseSummary(summary);
  const patches = patchesOf(patch, entries);
  return entries.map((entry, index) => ({
    ...entry,
    ...(counts[index] ?? { additions: 0, deletions: 0, isBinary: false }),
    patch: patches[index] ?? null,
  }));
}
