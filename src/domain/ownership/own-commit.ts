import type { Association } from './association';
import { byMerge } from './by-merge';
import { byPullRequest } from './by-pull-request';
import { byRevert } from './by-revert';
import { bySquashBullet } from './by-squash-bullet';
import { byTitle } from './by-title';
import { byTrailer } from './by-trailer';
import { mentions } from './mentions';
import type { CommitMessage, OwnershipContext } from './ownership-context';

/**
 * The issues that a commit belongs to or speaks of, strongest source first.
 *
 * Every owning source is kept. Whether the commit makes or undoes the change of an issue is
 * decided by the strongest one: `Revert "PAY-7 …"` from the branch `feature/PAY-7` is a revert
 * altogether. A key that is owned is not listed as a mention; a mention is listed once.
 */
export function ownCommit(commit: CommitMessage, context: OwnershipContext): Association[] {
  const owned = [
    ...byRevert(commit, context),
    ...byTitle(commit, context),
    ...bySquashBullet(commit, context),
    ...byTrailer(commit, context),
    ...byPullRequest(context),
    ...byMerge(commit, context),
  ];
  const kinds = new Map(owned.toReversed().map(({ issueKey, kind }) => [issueKey, kind]));
  const settled = owned.map((one) => ({ ...one, kind: kinds.get(one.issueKey) ?? one.kind }));
  const mentioned = mentions(commit, context).filter(({ issueKey }) => !kinds.has(issueKey));
  return [
    ...firstOfEach(settled, (one) => [one.issueKey, one.source, one.detail].join('\n')),
    ...firstOfEach(mentioned, ({ issueKey }) => issueKey),
  ];
}

function firstOfEach(all: Association[], identity: (one: Association) => string): Association[] {
  const first = new Map(all.toReversed().map((one) => [identity(one), one]));
  return all.filter((one) => first.get(identity(one)) === one);
}
