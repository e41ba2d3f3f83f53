import type { Commit } from '../../src/domain/commit';
import type { KnownDiff } from '../../src/domain/presence/diff-fact';
import { commit } from './builders';

export function knownDiff(more: Partial<KnownDiff> = {}): KnownDiff {
  return {
    status: 'known',
    patchId: 'p1',
    loosePatchId: 'l1',
    linesId: 'n1',
    inverseId: 'i1',
    growth: 1,
    paths: [{ path: 'login.ts', before: null, after: 'b1', mode: '100644' }],
    ...more,
  };
}

/** A sha that begins with a name. */
export const named = (name: string): string => name.padEnd(40, '0');

/** `PAY-1 name` for each name, one on the other, the first on `base`; an hour apart. */
export const chain = (base: string, ...names: string[]): Commit[] =>
  names.map((name, index) => {
    const at = `2026-05-01T${String(index).padStart(2, '0')}:00:00Z`;
    const parent = index === 0 ? base : (names[index - 1] ?? '');
    const parents = parent === '' ? [] : [named(parent)];
    return commit({ sha: named(name), parents, message: `PAY-1 ${name}`, committedAt: at });
  });

/** The diff of a commit that has a file of its own. */
export const diffOf = (sha: string): KnownDiff =>
  knownDiff({
    patchId: sha,
    loosePatchId: sha,
    inverseId: `-${sha}`,
    paths: [{ path: sha, before: null, after: 'b1', mode: null }],
  });

/** A diff from which nobody can tell what the file was before. */
export const modeOnly = (sha: string): KnownDiff => ({
  ...diffOf(sha),
  paths: [{ path: 'run.sh', before: 'b1', after: 'b1', mode: '100755' }],
});
