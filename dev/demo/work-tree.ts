import { newFile, newUnit, withUnit } from './file-content';
import type { FileChanges } from './history';

/** All files of a commit. */
export type WorkTree = ReadonlyMap<string, string>;

/**
 * What a commit does to one file, such that it can be done again elsewhere and undone: `was` is
 * replaced by `becomes`. `null` stands for no file, `''` for the place where the next unit goes.
 */
export type Change = { path: string; was: string | null; becomes: string | null };

/** The changes of a commit of this title: each file that it touches gets one more unit, or is made. */
export function planChanges(files: WorkTree, title: string, touched: readonly string[]): Change[] {
  return touched.map((path) =>
    files.has(path)
      ? { path, was: '', becomes: newUnit(path, title) }
      : { path, was: null, becomes: newFile(path, title) },
  );
}

export const undo = (changes: readonly Change[]): Change[] =>
  changes.map(({ path, was, becomes }) => ({ path, was: becomes, becomes: was })).reverse();

/** The files with the changes made, in order. */
export function apply(files: WorkTree, changes: readonly Change[]): WorkTree {
  const after = new Map(files);
  for (const change of changes) {
    const content = changed(after.get(change.path), change);
    if (content === null) after.delete(change.path);
    else after.set(change.path, content);
  }
  return after;
}

function changed(content: string | undefined, { path, was, becomes }: Change): string | null {
  if (was === null || becomes === null) return becomes;
  if (content === undefined) throw new Error(`${path} is not there to be changed`);
  if (was === '') return content.includes(becomes) ? content : withUnit(path, content, becomes);
  if (!content.includes(was)) throw new Error(`${path} does not hold what the change replaces`);
  return content.replace(was, () => becomes);
}

/** What git has to write to come from one tree to the other. */
export function differences(before: WorkTree, after: WorkTree): FileChanges {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return new Map(
    paths
      .filter((path) => before.get(path) !== after.get(path))
      .map((path) => [path, after.get(path) ?? null]),
  );
}
