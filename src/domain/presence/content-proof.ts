import { UNREAD_BLOB, type ChangedPath } from './diff-fact';
import type { Knowledge } from './knowledge';
import type { BlobAt } from './presence-facts';

/** `missing`: commits whose files nobody asked for yet; `isSame` is `unknown` while they could tell. */
export type ContentProof = { isSame: boolean | 'unknown'; missing: string[] };

/** Whether every path that a commit touched is at the ref as it was right after the commit. */
export function isContentAt(knowledge: Knowledge, sha: string, ref: string): ContentProof {
  const { facts, known } = knowledge;
  const paths = known(sha)?.paths ?? [];
  if (paths.length === 0) return { isSame: false, missing: [] };
  const at = facts.blobsAt(ref);
  if (at === undefined || at === UNREAD_BLOB) {
    return { isSame: 'unknown', missing: at === undefined ? [ref] : [] };
  }
  const after = facts.blobsAt(sha);
  const own = paths.map((one) => fromFiles(one, after));
  const answers = own.map((one) => isSame(one, at.get(one.path)));
  if (answers.includes(false)) return { isSame: false, missing: [] };
  if (!answers.includes('unknown')) return { isSame: true, missing: [] };
  return { isSame: 'unknown', missing: after === undefined ? [sha] : [] };
}

/** What the diff does not say of a path, the files of the commit do. */
function fromFiles(
  path: ChangedPath,
  files: ReturnType<Knowledge['facts']['blobsAt']>,
): ChangedPath {
  if (path.after !== UNREAD_BLOB || files === undefined || files === UNREAD_BLOB) return path;
  const file = files.get(path.path);
  return { ...path, after: file?.blob ?? null, mode: file?.mode ?? null };
}

function isSame({ after, mode }: ChangedPath, there: BlobAt | undefined): boolean | 'unknown' {
  if (after === null) return there === undefined;
  if (there === undefined) return false;
  if (mode !== null && there.mode !== null && mode !== there.mode) return false;
  if (after === UNREAD_BLOB) return 'unknown';
  return there.blob.startsWith(after) || after.startsWith(there.blob);
}
