import { UNREAD_BLOB, type ChangedPath } from './diff-fact';
import type { Knowledge } from './knowledge';
import type { BlobAt } from './presence-facts';
import { surelyOther } from './told-by-diffs';

/** `missing`: files that nobody asked for yet; `isSame` is `unknown` while they could tell. */
export type ContentProof = { isSame: boolean | 'unknown'; missing: WantedFile[] };
export type WantedFile = { sha: string; path: string };

/**
 * Whether every path that a commit touched is at the ref as it was right after the commit. No file is
 * asked for where diffs tell of one that it is not.
 */
export function isContentAt(knowledge: Knowledge, sha: string, ref: string): ContentProof {
  const { facts, touched, trailOf } = knowledge;
  const paths = touched(sha)?.paths ?? [];
  const isOther = paths.length === 0 || surelyOther(knowledge, sha, trailOf(ref)).length > 0;
  if (isOther) return { isSame: false, missing: [] };
  const answers = paths.map((one) => sameFile(facts, one, { sha, ref }));
  const isSame = allOf(answers.map((one) => one.isSame));
  return {
    isSame,
    missing: isSame === 'unknown' ? answers.flatMap((one) => one.missing) : [],
  };
}

/**
 * Commits that left every file that a commit touched as it did, oldest first. What came of them later is
 * not asked: where they were reverted the change is no longer there.
 */
export function leftAlike({ touched, touching }: Knowledge, sha: string): string[] {
  const paths = touched(sha)?.paths ?? [];
  const [first] = paths;
  if (first === undefined || paths.some(({ after }) => after === UNREAD_BLOB)) return [];
  const hasLeft = (one: string, { path, after }: ChangedPath): boolean =>
    touched(one)?.paths.some((it) => it.path === path && isSameBlob(it.after, after)) === true;
  return touching(first.path).filter(
    (one) => one !== sha && paths.every((path) => hasLeft(one, path)),
  );
}

/** One file: what the diff does not say of it, the file of the commit itself does. */
function sameFile(
  facts: Knowledge['facts'],
  path: ChangedPath,
  { sha, ref }: { sha: string; ref: string },
): ContentProof {
  const there = facts.blobAt(ref, path.path);
  const own = path.after === UNREAD_BLOB ? facts.blobAt(sha, path.path) : undefined;
  const missing = [
    ...(there === undefined ? [{ sha: ref, path: path.path }] : []),
    ...(path.after === UNREAD_BLOB && own === undefined ? [{ sha, path: path.path }] : []),
  ];
  if (there === undefined || there === 'unread') return { isSame: 'unknown', missing };
  return { isSame: isSameFile(fromFile(path, own), there ?? undefined), missing };
}

type Answer = boolean | 'unknown';

const allOf = (answers: readonly Answer[]): Answer =>
  [false, 'unknown' as const].find((one) => answers.includes(one)) ?? true;

function fromFile(path: ChangedPath, own: BlobAt | null | 'unread' | undefined): ChangedPath {
  if (own === undefined || own === 'unread') return path;
  return { ...path, after: own?.blob ?? null, mode: own?.mode ?? null };
}

function isSameFile({ after, mode }: ChangedPath, there: BlobAt | undefined): boolean | 'unknown' {
  if (after === null) return there === undefined;
  if (there === undefined) return false;
  if (mode !== null && there.mode !== null && mode !== there.mode) return false;
  if (after === UNREAD_BLOB) return 'unknown';
  return isSameBlob(there.blob, after);
}

/** Ids may be cut to their first digits. */
function isSameBlob(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}
