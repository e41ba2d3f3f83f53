/**
 * Where an issue key was found. Owning sources: `title`, `squash-bullet`, `trailer`,
 * `pull-request-title`, `pull-request-branch`, `merge-branch`, `revert`, `manual`.
 * Mentions: `later-in-title`, `quoted`, `body`, `depends-on`, `merged-branch-name`.
 */
export type AssociationSource =
  | 'title'
  | 'squash-bullet'
  | 'trailer'
  | 'pull-request-title'
  | 'pull-request-branch'
  | 'merge-branch'
  | 'revert'
  | 'manual'
  | 'later-in-title'
  | 'quoted'
  | 'body'
  | 'depends-on'
  | 'merged-branch-name';

/** One reason why a commit belongs to an issue, or only speaks of it. */
export type Association = {
  issueKey: string;
  /** `reverts`: the commit undoes a change of the issue; it counts as the issue's own, as a revert. */
  kind: 'owns' | 'reverts' | 'mentions';
  source: AssociationSource;
  /** What a person needs to find it: the trailer's key, `#214`, the branch, the reverted sha, who linked it. */
  detail: string | null;
};
