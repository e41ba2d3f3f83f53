import type { CommitHistory } from './commit-history';
import { UNREAD_BLOB, type ChangedPath, type Touched } from './diff-fact';
import type { PresenceFacts } from './presence-facts';

/** Longer ways are not gone. */
const MOST_STEPS = 1000;

type Sources = {
  facts: Pick<PresenceFacts, 'treeOf'>;
  history: Pick<CommitHistory, 'find'>;
  touched: (sha: string) => Touched | undefined;
};

type Step = { sha: string; paths: readonly ChangedPath[] };
type Touch = { at: number; after: string | null };

/** The way back from a ref as far as diffs tell all that changed on it. */
export type RefTrail = {
  /** How many steps a commit is behind the ref. */
  stepsTo: ReadonlyMap<string, number>;
  /** By path, the newest first. */
  touches: ReadonlyMap<string, readonly Touch[]>;
};

export function createRefTrail(sources: Sources, ref: string): RefTrail {
  const stepsTo = new Map<string, number>();
  const touches = new Map<string, Touch[]>();
  for (const { sha, paths } of backFrom(sources, ref)) {
    const at = stepsTo.size;
    stepsTo.set(sha, at);
    for (const { path, after } of paths) touch(touches, path, { at, after });
  }
  return { stepsTo, touches };
}

function touch(touches: Map<string, Touch[]>, path: string, one: Touch): void {
  const others = touches.get(path);
  if (others) others.push(one);
  else touches.set(path, [one]);
}

/**
 * Files of a commit that are surely not at the ref as they were right after the commit: the ways back
 * from both meet, and the diffs on them tell what became of the file. Others may be the same.
 */
export function surelyOther(sources: Sources, sha: string, trail: RefTrail): string[] {
  const own = sources.touched(sha)?.paths ?? [];
  const oldest = new Map<string, { before: string | null; isAlone: boolean }>();
  const paths = new Set(own.map(({ path }) => path));
  for (const step of backFrom(sources, sha)) {
    const meetsAt = trail.stepsTo.get(step.sha);
    if (meetsAt !== undefined) {
      return own.filter((one) => isOther(one, meetsAt)).map(({ path }) => path);
    }
    for (const { path, before } of step.paths.filter((one) => paths.has(one.path))) {
      oldest.set(path, { before, isAlone: !oldest.has(path) });
    }
  }
  return [];

  function isOther({ path, after }: ChangedPath, meetsAt: number): boolean {
    const newest = trail.touches.get(path)?.find(({ at }) => at < meetsAt);
    if (newest) return isOtherBlob(newest.after, after);
    const before = oldest.get(path);
    return before !== undefined && (before.isAlone || isOtherBlob(before.before, after));
  }
}

/** Ids may be cut to their first digits. */
function isOtherBlob(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one !== other;
  if (one === UNREAD_BLOB || other === UNREAD_BLOB) return false;
  return !one.startsWith(other) && !other.startsWith(one);
}

/** From a commit back, itself first; the last is one behind which diffs do not tell. */
function* backFrom(sources: Sources, start: string): Generator<Step> {
  let sha: string | undefined = start;
  for (let count = 0; sha !== undefined && count < MOST_STEPS; count += 1) {
    const { parent, paths }: Behind = behind(sources, sha);
    yield { sha, paths };
    sha = parent;
  }
}

type Behind = { parent: string | undefined; paths: readonly ChangedPath[] };
const NOWHERE: Behind = { parent: undefined, paths: [] };

/** A merge that has the tree of one parent changed nothing of it. */
function behind({ facts, history, touched }: Sources, sha: string): Behind {
  const parents = history.find(sha)?.parents ?? [];
  const diff = touched(sha);
  if (parents.length === 1) return diff ? { parent: parents[0], paths: diff.paths } : NOWHERE;
  const tree = facts.treeOf(sha);
  const same = parents.find((one) => tree !== undefined && facts.treeOf(one) === tree);
  return { parent: same, paths: [] };
}
