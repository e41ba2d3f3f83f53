import type { CommitEvidence } from '../evidence/issue-evidence';
import { cellOn, changesOf, presenceOn } from './on-line';
import type { RepositoryCase } from './promotion-case';

/**
 * Changes that a line's branch reaches, in the given order. A change that came in another form counts
 * through the commit that brought it, if that is one of the issue, else by itself. A change that was
 * reverted there is reached, and so is its revert.
 */
export function changesReached(repository: RepositoryCase, line: string): CommitEvidence[] {
  const changes = changesOf(repository);
  const shas = new Set(changes.map(({ sha }) => sha));
  return changes.filter((change) => {
    const { state, by, as } = presenceOn(repository, line, change);
    if (state === 'reverted') return true;
    if (state === 'absent' || state === 'unknown') return false;
    return by === 'ancestor' || as === null || as === change.sha || !shas.has(as);
  });
}

/**
 * Commits of the issue that a line's branch reaches, newest first by the time they came there, those
 * that came together by the time they were written: changes, and the merges that brought them, as far
 * as they are known to be there themselves.
 */
export function newestReached(repository: RepositoryCase, line: string): CommitEvidence[] {
  const ref = `branch:${cellOn(repository, line)?.branch ?? ''}` as const;
  const cameAt = ({ arrivedAt, authoredAt }: CommitEvidence): number =>
    Date.parse(arrivedAt[ref] ?? authoredAt);
  const writtenAt = ({ authoredAt }: CommitEvidence): number => Date.parse(authoredAt);
  const merges = repository.evidence.commits.filter(
    (commit) => !commit.carriesChange && presenceOn(repository, line, commit).by === 'ancestor',
  );
  return [...merges, ...changesReached(repository, line).toReversed()].sort(
    (a, b) => cameAt(b) - cameAt(a) || writtenAt(b) - writtenAt(a),
  );
}
