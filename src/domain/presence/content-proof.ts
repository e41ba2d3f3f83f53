import { UNREAD_BLOB, type ChangedPath } from './diff-fact';
import type { Knowledge } from './knowledge';
import type { BlobAt } from './presence-facts';

/** `missing`: commits whose files nobody asked for yet; `isSame` is `unknown` while they could tell. */
export type ContentProof = { isSame: boolean | 'unknown'; missing: string[] };

/** Whether every path that a commit touched is at the ref as it was right after the commit. */
export function isContentAt({ facts, known }: Knowledge, sha: string, ref: string): ContentProof {
  const paths = known(sha)?.paths ?? [];
  if (paths.length === 0) return { isSame: false, missing: [] };
  const at = facts.blobsAt(ref);
  if (at === undefined) return { isSame: 'unknown', missing: [ref] };
  if (at === 'unread') return { isSame: 'unknown', missing: [] };
  const after = facts.blobsAt(sha);
  const isSame = allOf(paths.map((one) => isSameFile(fromFiles(one, after), at.get(one.path))));
  return { isSame, missing: isSame === 'unknown' && after === undefined ? [sha] : [] };
}

type Answer = boolean | 'unknown';

const allOf = (answers: readonly Answer[]): Answer =>
  [false, 'unknown' as const].find((one) => answers.includes(one)) ?? true;

/** What the diff does not say of a path, the files of the commit do. */
function fromFiles(
  path: ChangedPath,
  files: ReturnType<Knowledge['facts']['blobsAt']>,
): ChangedPath {
  if (path.after !== UNREAD_BLOB || files === undefined || files === UNREAD_BLOB) return path;
  const file = files.get(path.path);
  return { ...path, after: file?.blob ?? null, mode: file?.mode ?? null };
}

function isSameFile({ after, mode }: ChangedPath, there: BlobAt | undefined): boolean | 'unknown' {
  if (after === null) return there === undefined;
  if (there === undefined) return false;
  if (mode !== null && there.mode !== null && mode !== there.mode) return false;
  if (after === UNREAD_BLOB) return 'unknown';
  return there.blob.startsWith(after) || after.startsWith(there.blob);
}
