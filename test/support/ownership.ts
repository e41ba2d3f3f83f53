import { ownCommit } from '../../src/domain/ownership/own-commit';
import type { CommitMessage, OwnershipContext } from '../../src/domain/ownership/ownership-context';
import { DEFAULT_ISSUE_TRAILERS } from '../../src/domain/settings/project-settings';

/** A site with the projects PAY, OPS and CASSANDRA, and the lines develop and main. */
export function ownershipContext(some: Partial<OwnershipContext> = {}): OwnershipContext {
  return {
    isProjectKey: (key) => ['PAY', 'OPS', 'CASSANDRA'].includes(key),
    issueTrailers: DEFAULT_ISSUE_TRAILERS,
    lineBranches: ['develop', 'main'],
    pullRequests: [],
    mergedBy: [],
    associationsOf: () => undefined,
    ...some,
  };
}

/** The associations of a message as `kind KEY source`, or `kind KEY source (detail)`. */
export function associationsIn(
  message: string,
  some: Partial<OwnershipContext> = {},
  commit: Partial<CommitMessage> = {},
): string[] {
  const facts = { sha: 'c0ffee1', parents: ['p1'], ...commit, message };
  return ownCommit(facts, ownershipContext(some)).map(
    ({ kind, issueKey, source, detail }) =>
      `${kind} ${issueKey} ${source}${detail === null ? '' : ` (${detail})`}`,
  );
}
