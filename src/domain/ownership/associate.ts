import type { Commit } from '../commit';
import type { RefName } from '../evidence/issue-evidence';
import type { IsProjectKey } from '../issue-key';
import type { PullRequest } from '../pull-request';
import type { Association } from './association';
import type { ManualAssociation } from './manual-association';
import { broughtInBy } from './merge-sides';
import { ownCommit } from './own-commit';
import { pullRequestOf } from './pull-request-of';

export type AssociateInput = {
  commits: readonly Commit[];
  pullRequests: readonly PullRequest[];
  refs: readonly (readonly [RefName, string])[];
  manual: readonly ManualAssociation[];
  isProjectKey: IsProjectKey;
  issueTrailers: readonly string[];
  lineBranches: readonly string[];
};

export type Associate = {
  /** The associations of a commit by its full sha or its first 7 and more digits; `undefined` when it is not known. */
  associationsOf: (sha: string) => Association[] | undefined;
  /** Numbers of the pull requests that a commit belongs to. */
  pullRequestsOf: (sha: string) => readonly number[];
};

/** Answers which issues each commit of a repository belongs to, and why. */
export function createAssociate(input: AssociateInput): Associate {
  const { commits, pullRequests, manual, isProjectKey, issueTrailers, lineBranches } = input;
  const lineHeads = input.refs.flatMap(([name, sha]) => (name.startsWith('branch:') ? [sha] : []));
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const byPrefix = prefixIndex(commits);
  const numbers = pullRequestOf({ pullRequests, commits, lineBranches, lineHeads });
  const byNumber = new Map(pullRequests.map((one) => [one.number, one]));
  const bringers = broughtInBy(commits, lineHeads);
  const found = new Map<string, Association[]>();

  function associationsOf(sha: string): Association[] | undefined {
    const commit = bySha.get(sha) ?? bySha.get(byPrefix(sha) ?? '');
    if (!commit) return undefined;
    const before = found.get(commit.sha);
    if (before) return before;
    found.set(commit.sha, []); // A commit that names itself as reverted must not ask forever.
    const merge = bySha.get(bringers.get(commit.sha) ?? '');
    const own = ownCommit(commit, {
      isProjectKey,
      issueTrailers,
      lineBranches,
      pullRequests: (numbers.get(commit.sha) ?? []).flatMap((number) => byNumber.get(number) ?? []),
      mergedBy: merge ? [merge] : [],
      associationsOf,
    });
    const associations = withManual(own, commit.sha, manual);
    found.set(commit.sha, associations);
    return associations;
  }

  return { associationsOf, pullRequestsOf: (sha) => numbers.get(sha) ?? [] };
}

/** A person's link counts like any other source; it makes an own change of a mere mention. */
function withManual(
  own: Association[],
  sha: string,
  manual: readonly ManualAssociation[],
): Association[] {
  const words = new Map(
    manual.filter((word) => word.sha === sha).map((word) => [word.issueKey, word]),
  );
  const links = [...words.values()].filter(({ action }) => action === 'link');
  const linked = new Set(links.map(({ issueKey }) => issueKey));
  return [
    ...own.filter(({ kind, issueKey }) => kind !== 'mentions' || !linked.has(issueKey)),
    ...links.map(({ issueKey, by, at, reason }): Association => ({
      issueKey,
      kind: 'owns',
      source: 'manual',
      detail: `${by}, ${at.slice(0, 10)}: ${reason}`,
    })),
  ];
}

const SHORTEST_PREFIX = 7;

function prefixIndex(commits: readonly Commit[]): (prefix: string) => string | undefined {
  const index = new Map<string, string[]>();
  for (const { sha } of commits) {
    const short = sha.slice(0, SHORTEST_PREFIX);
    index.set(short, [...(index.get(short) ?? []), sha]);
  }
  return (prefix) =>
    index.get(prefix.slice(0, SHORTEST_PREFIX))?.find((sha) => sha.startsWith(prefix));
}
