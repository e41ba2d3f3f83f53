import { commitTitle, isMerge, type Commit } from '../commit';
import type { Association } from '../ownership/association';
import { declared, knownTrailers, type TrailerSettings } from '../ownership/known-trailers';
import { touchedBy, type DiffFact } from '../presence/diff-fact';
import type { CommitEvidence, MentionEvidence, TouchedPaths } from './issue-evidence';

/** Names of files that are kept of one commit. */
const MOST_PATHS = 1000;

/** A commit that only speaks of an issue: nobody follows where it is. */
export const toMention = (commit: Commit, associations: Association[]): MentionEvidence => ({
  sha: commit.sha,
  title: commitTitle(commit.message),
  author: commit.author,
  authoredAt: commit.authoredAt,
  isMerge: isMerge(commit),
  associations,
});

export type WhereItIs = Pick<CommitEvidence, 'presence' | 'arrivedAt'>;

/** A commit of an issue, with what it changes and where that is. Checks are added later. */
export function toCommitEvidence(
  commit: Commit,
  associations: Association[],
  facts: { diff: DiffFact | undefined; where: WhereItIs; trailers: TrailerSettings },
): CommitEvidence {
  const carries = carriesChange(commit, facts.diff);
  return {
    ...toMention(commit, associations),
    carriesChange: carries,
    ...facts.where,
    paths: carries ? touchedPaths(facts.diff) : { listed: [], omitted: 0 },
    trailers: declared(knownTrailers(commit.message, facts.trailers)),
    checks: 'not-read',
  };
}

/** An empty commit changes nothing, nor does a merge of which no host tells that it did; the unread may. */
export function carriesChange(commit: Commit, diff: DiffFact | undefined): boolean {
  if (diff?.status === 'known') return diff.patchId !== null;
  return diff !== undefined || !isMerge(commit);
}

function touchedPaths(diff: DiffFact | undefined): TouchedPaths {
  const touched = touchedBy(diff);
  if (touched === undefined) return 'unread';
  const paths = [...new Set(touched.paths.map(({ path }) => path))];
  const listed = paths.slice(0, MOST_PATHS);
  return { listed, omitted: paths.length - listed.length };
}
