import { commitTitle, isMerge, type Commit } from '../commit';
import type { IsProjectKey } from '../issue-key';
import type { Association } from '../ownership/association';
import { createAssociate, type Associate } from '../ownership/associate';
import type { ManualAssociation } from '../ownership/manual-association';
import { byPullRequest } from '../ownership/by-pull-request';
import type { PullRequest } from '../pull-request';
import type { RepositoryId } from '../repository';
import { createGraph, reachableFrom } from '../lines/reachable';
import type {
  CommitEvidence,
  PullRequestEvidence,
  RefName,
  RepositoryEvidence,
  Unlinked,
} from './issue-evidence';
import { newestFirst } from './merge-parts';

export type IssuePartsInput = {
  repository: RepositoryId;
  commits: readonly Commit[];
  pullRequests: readonly PullRequest[];
  /** Every ref that commits are looked for in, with its sha. */
  refs: readonly (readonly [RefName, string])[];
  manual: readonly ManualAssociation[];
  isProjectKey: IsProjectKey;
  issueTrailers: readonly string[];
  lineBranches: readonly string[];
};

export type IssueParts = {
  /** What the repository knows of each issue, without checks. */
  parts: Map<string, RepositoryEvidence>;
  /** Refs whose history was not read to the end. */
  unreadRefs: RefName[];
};

/** Everything that one repository's history says of each issue. */
export function issueParts(input: IssuePartsInput): IssueParts {
  const { refsOf, unreadRefs } = locate(input);
  const associate = createAssociate(input);
  const newest = new Map(input.manual.map((word) => [`${word.issueKey} ${word.sha}`, word]));
  const parts = new Map<string, RepositoryEvidence>();
  const partOf = (issueKey: string) => {
    const part = parts.get(issueKey) ?? emptyPart(input.repository);
    parts.set(issueKey, part);
    return part;
  };
  for (const commit of relevant(input, refsOf)) {
    const byIssue = groupByIssue(associate.associationsOf(commit.sha) ?? []);
    for (const issueKey of new Set([...byIssue.keys(), ...spokenOf(input, commit)])) {
      const word = newest.get(`${issueKey} ${commit.sha}`);
      const evidence = toEvidence(commit, byIssue.get(issueKey) ?? [], refsOf);
      place(partOf(issueKey), evidence, word);
    }
  }
  for (const pullRequest of input.pullRequests) {
    for (const issueKey of issuesOf(pullRequest, input)) {
      partOf(issueKey).pullRequests.push(toPullRequestEvidence(pullRequest));
    }
  }
  const byNumber = new Map(input.pullRequests.map((one) => [one.number, one]));
  for (const part of parts.values()) {
    addPullRequestsOfCommits(part, associate, byNumber);
    sortPart(part);
  }
  return { parts, unreadRefs };
}

/** Issues that people said something of about this commit: what they took away stays to be seen. */
const spokenOf = ({ manual }: IssuePartsInput, commit: Commit): string[] =>
  manual.filter(({ sha }) => sha === commit.sha).map(({ issueKey }) => issueKey);

const emptyPart = (repository: RepositoryId): RepositoryEvidence => ({
  repository,
  commits: [],
  mentions: [],
  pullRequests: [],
  deployments: [],
  unlinked: [],
  omitted: 0,
});

type Located = { refsOf: Map<string, RefName[]>; unreadRefs: RefName[] };

/** Which refs reach each commit. */
function locate({ commits, refs }: IssuePartsInput): Located {
  const graph = createGraph(commits);
  const located: Located = { refsOf: new Map(), unreadRefs: [] };
  for (const [name, sha] of refs) {
    const { shas, unread } = reachableFrom(graph, sha);
    if (unread.size > 0) located.unreadRefs.push(name);
    for (const reached of shas) {
      located.refsOf.set(reached, [...(located.refsOf.get(reached) ?? []), name]);
    }
  }
  return located;
}

/** Commits that a ref reaches, that wait in an open pull request, or that a person linked. */
function relevant(
  { commits, pullRequests, manual }: IssuePartsInput,
  refsOf: ReadonlyMap<string, RefName[]>,
): Commit[] {
  const open = pullRequests.filter(({ state }) => state === 'open');
  const waiting = new Set([
    ...open.flatMap((one) => one.commits.map(({ sha }) => sha)),
    ...manual.map(({ sha }) => sha),
  ]);
  return commits.filter(({ sha }) => refsOf.has(sha) || waiting.has(sha));
}

function groupByIssue(associations: readonly Association[]): Map<string, Association[]> {
  const byIssue = new Map<string, Association[]>();
  for (const one of associations) {
    byIssue.set(one.issueKey, [...(byIssue.get(one.issueKey) ?? []), one]);
  }
  return byIssue;
}

function toEvidence(
  commit: Commit,
  associations: Association[],
  refsOf: ReadonlyMap<string, RefName[]>,
): CommitEvidence {
  return {
    sha: commit.sha,
    title: commitTitle(commit.message),
    author: commit.author,
    authoredAt: commit.authoredAt,
    isMerge: isMerge(commit),
    associations,
    carriesChange: !isMerge(commit),
    presence: Object.fromEntries(
      (refsOf.get(commit.sha) ?? []).map((ref) => [
        ref,
        { state: 'present', by: 'ancestor', as: commit.sha } as const,
      ]),
    ),
    arrivedAt: {},
    paths: 'unread',
    trailers: null,
    checks: 'not-read',
  };
}

/** A commit that a person took away is kept apart, with their word. */
function place(
  part: RepositoryEvidence,
  evidence: CommitEvidence,
  word: ManualAssociation | undefined,
): void {
  if (word?.action === 'unlink') part.unlinked.push(toUnlinked(evidence, word));
  else if (evidence.associations.some(({ kind }) => kind !== 'mentions')) {
    part.commits.push(evidence);
  } else part.mentions.push(evidence);
}

const toUnlinked = (
  { sha, title }: CommitEvidence,
  { by, at, reason }: ManualAssociation,
): Unlinked => ({ sha, title, by, at, reason });

const issuesOf = (
  pullRequest: PullRequest,
  { isProjectKey, lineBranches }: IssuePartsInput,
): Set<string> =>
  new Set(
    byPullRequest({ pullRequests: [pullRequest], isProjectKey, lineBranches }).map(
      ({ issueKey }) => issueKey,
    ),
  );

function addPullRequestsOfCommits(
  part: RepositoryEvidence,
  { pullRequestsOf }: Pick<Associate, 'pullRequestsOf'>,
  byNumber: ReadonlyMap<number, PullRequest>,
): void {
  const listed = new Set(part.pullRequests.map(({ number }) => number));
  const numbers = new Set(part.commits.flatMap(({ sha }) => pullRequestsOf(sha)));
  for (const number of numbers) {
    const pullRequest = byNumber.get(number);
    if (pullRequest && !listed.has(number)) {
      part.pullRequests.push(toPullRequestEvidence(pullRequest));
    }
  }
}

function toPullRequestEvidence(pullRequest: PullRequest): PullRequestEvidence {
  const { body, createdAt, commits, ...summary } = pullRequest;
  return { ...summary, checks: 'not-read', trailers: null, sharedWith: [], stackedOn: [] };
}

function sortPart(part: RepositoryEvidence): void {
  part.commits.sort(newestFirst);
  part.mentions.sort(newestFirst);
  part.pullRequests.sort((a, b) => a.number - b.number);
  part.unlinked.sort((a, b) => (a.sha < b.sha ? -1 : 1));
}
