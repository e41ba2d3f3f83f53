import { UNREAD_BLOB, type ChangedPath, type Touched } from './diff-fact';

/** A file, and a number for what became of it: changes that undo each other have 0 together. */
export type Swap = { path: string; before: number; after: number; swap: number };

const BLOB_DIGITS = 7;

/** Files of which some diff does not say what became of them are left out: they may have been restored. */
export function createSwapsOf(
  shas: readonly string[],
  touched: (sha: string) => Touched | undefined,
): (sha: string) => readonly Swap[] {
  const isUntold = ({ before, after }: ChangedPath): boolean =>
    before === UNREAD_BLOB || after === UNREAD_BLOB;
  const untold = new Set(
    shas.flatMap(
      (sha) =>
        touched(sha)
          ?.paths.filter(isUntold)
          .map(({ path }) => path) ?? [],
    ),
  );
  return (sha) =>
    (touched(sha)?.paths ?? [])
      .filter(({ path }) => !untold.has(path))
      .map((one) => {
        const before = contentNumber(one.path, one.before);
        const after = contentNumber(one.path, one.after);
        return { path: one.path, before, after, swap: before ^ after };
      });
}

const contentNumber = (path: string, blob: string | null): number =>
  hashOf(`${path}\0${blob?.slice(0, BLOB_DIGITS) ?? '-'}`);

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}
