/** A person's word that a commit belongs to an issue, or does not. The newest word counts. */
export type ManualAssociation = {
  issueKey: string;
  sha: string;
  action: 'link' | 'unlink';
  reason: string;
  /** Display name of the person. */
  by: string;
  accountId: string;
  /** ISO 8601, UTC. */
  at: string;
};
