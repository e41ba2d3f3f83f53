import type { Commit } from '../commit';
import type { Deployment } from '../deployment';
import type { IsProjectKey } from '../issue-key';
import type { Association } from '../ownership/association';
import { createAssociate, type Associate } from '../ownership/associate';
import type { ManualAssociation } from '../ownership/manual-association';
import { byPullRequest } from '../ownership/by-pull-request';
import type { FactsNeeded } from '../presence/presence-facts';
import type { PullRequest } from '../pull-request';
import type { RepositoryId } from '../repository';
import { findChanges } from './change-presence';
import { toCommitEvidence, toMention } from './commit-evidence';
import { createDeploymentsOf } from './deployment-evidence';
import type { CommitEvidence, RefName, RepositoryEvidence, Unlinked } from './issue-evidence';
import { locateCommits, type LocatedCommits } from './located-commits';
import { newestFirst } from './merge-parts';
import { findMergesInDoubt, type MergesInDoubt } from './merges-in-doubt';
import type { PresenceAnswers } from './presence-answers';
import { toPullRequestEvidence, type PullRequestContext } from './pull-request-evidence';
import { createRecordedFacts, type StoredFacts } from './recorded-facts';
import { createWhereItIs } from './where-it-is';

export type IssuePartsInput = {
  repository: RepositoryId;
  commits: readonly Commit[];
  pullRequests: readonly PullRequest[];
  /** Of the environments that lines name. */
  deployments: readonly Deployment[];
  /** Every ref that commits are looked for in, with its sha. */
  refs: readonly (readonly [RefName, string])[];
  /** What is stored of changes. */
  stored: StoredFacts;
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
  /** What to ask the host for, to know better where changes are. */
  needs: FactsNeeded;
  /** What to ask it for, to know what merges changed themselves: before anything else that is needed. */
  merges: MergesInDoubt;
  /** The stored answers that were looked at. */
  used: PresenceAnswers;
  /** Commits of which nobody knows whether some ref has their change, although its history was read; sorted. */
  doubtful: string[];
};

/** Everything that one repository's history says of each issue. */
export function issueParts(input: IssuePartsInput): IssueParts {
  const located = locateCommits(input);
  const associate = createAssociate(input);
  const { changes, ...found } = lookFor(input, located, associate);
  const parts = new Map<string, RepositoryEvidence>();
  const partOf = (issueKey: string) => {
    const part = parts.get(issueKey) ?? emptyPart(input.repository);
    parts.set(issueKey, part);
    return part;
  };
  const newest = new Map(input.manual.map((word) => [`${word.issueKey} ${word.sha}`, word]));
  for (const commit of located.relevant) {
    const byIssue = groupByIssue(associate.associationsOf(commit.sha) ?? []);
    for (const issueKey of new Set([...byIssue.keys(), ...spokenOf(input, commit)])) {
      const word = newest.get(`${issueKey} ${commit.sha}`);
      const own = byIssue.get(issueKey) ?? [];
      place(partOf(issueKey), { commit, associations: own, toEvidence: changes }, word);
    }
  }
  addPullRequests(input, { located, associate, parts, partOf });
  const deploymentsOf = createDeploymentsOf(input.commits, input.deployments);
  for (const part of parts.values()) {
    sortPart(part);
    part.deployments = deploymentsOf(part.commits);
  }
  return { parts, unreadRefs: located.unreadRefs, ...found };
}

type ToEvidence = (commit: Commit, associations: Association[]) => CommitEvidence;
type Found = Pick<IssueParts, 'needs' | 'merges' | 'used' | 'doubtful'> & { changes: ToEvidence };

/** Where the changes of all issues are. */
function lookFor(input: IssuePartsInput, located: LocatedCommits, associate: Associate): Found {
  const ownedKeys = (sha: string): string[] =>
    (associate.associationsOf(sha) ?? []).filter(isOwn).map(({ issueKey }) => issueKey);
  const lineHeads = input.refs.flatMap(([name, sha]) => (name.startsWith('branch:') ? [sha] : []));
  const ownedCommits = located.relevant.filter(({ sha }) => ownedKeys(sha).length > 0);
  const owned = ownedCommits.map(({ sha }) => sha);
  const merges = findMergesInDoubt({
    commits: input.commits,
    diffOf: (sha) => input.stored.diffs.get(sha),
    graph: located.graph,
    owned: ownedCommits,
    heads: input.refs.map(([, sha]) => sha),
  });
  const doubtfulMerges = merges.doubtful;
  const { facts, used } = createRecordedFacts({ ...input, ownedKeys, lineHeads, doubtfulMerges });
  const { presenceOf, needs } = findChanges(facts, input.refs, owned);
  const { diffOf } = facts;
  const where = createWhereItIs({ ...input, graph: located.graph, diffOf, presenceOf });
  const changes: ToEvidence = (commit, associations) =>
    toCommitEvidence(commit, associations, {
      diff: diffOf(commit.sha),
      where: where(commit.sha),
      trailers: input,
    });
  const readRefs = input.refs
    .map(([name]) => name)
    .filter((name) => !located.unreadRefs.includes(name));
  const isDoubtful = (sha: string): boolean => {
    const presence = presenceOf(sha);
    return readRefs.some((name) => presence[name]?.state === 'unknown');
  };
  return { changes, needs, merges, used: used(), doubtful: owned.filter(isDoubtful).sort() };
}

const isOwn = ({ kind }: Association): boolean => kind !== 'mentions';

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

function groupByIssue(associations: readonly Association[]): Map<string, Association[]> {
  const byIssue = new Map<string, Association[]>();
  for (const one of associations) {
    byIssue.set(one.issueKey, [...(byIssue.get(one.issueKey) ?? []), one]);
  }
  return byIssue;
}

/** A commit that a person took away is kept apart, with their word. */
function place(
  part: RepositoryEvidence,
  one: { commit: Commit; associations: Association[]; toEvidence: ToEvidence },
  word: ManualAssociation | undefined,
): void {
  const { commit, associations, toEvidence } = one;
  if (word?.action === 'unlink') part.unlinked.push(toUnlinked(commit, word));
  else if (associations.some(isOwn)) part.commits.push(toEvidence(commit, associations));
  else part.mentions.push(toMention(commit, associations));
}

function toUnlinked(commit: Commit, { by, at, reason }: ManualAssociation): Unlinked {
  const { sha, title } = toMention(commit, []);
  return { sha, title, by, at, reason };
}

type Placed = {
  located: LocatedCommits;
  associate: Associate;
  parts: ReadonlyMap<string, RepositoryEvidence>;
  partOf: (issueKey: string) => RepositoryEvidence;
};

/** Those that name the issue, and those of its commits. */
function addPullRequests(input: IssuePartsInput, placed: Placed): void {
  const { pullRequests, isProjectKey, lineBranches } = input;
  const issues = new Map<number, Set<string>>();
  const add = (number: number, issueKey: string): void => {
    issues.set(number, (issues.get(number) ?? new Set()).add(issueKey));
  };
  for (const one of pullRequests) {
    const named = byPullRequest({ pullRequests: [one], isProjectKey, lineBranches });
    for (const { issueKey } of named) add(one.number, issueKey);
  }
  for (const [issueKey, { commits }] of placed.parts) {
    const numbers = commits.flatMap(({ sha }) => placed.associate.pullRequestsOf(sha));
    for (const number of numbers) add(number, issueKey);
  }
  const context: PullRequestContext = {
    ...input,
    issuesOf: ({ number }) => issues.get(number) ?? new Set(),
    isOnRef: placed.located.isOnRef,
  };
  for (const one of pullRequests) {
    for (const issueKey of issues.get(one.number) ?? []) {
      placed.partOf(issueKey).pullRequests.push(toPullRequestEvidence(one, issueKey, context));
    }
  }
}

function sortPart(part: RepositoryEvidence): void {
  part.commits.sort(newestFirst);
  part.mentions.sort(newestFirst);
  part.pullRequests.sort((a, b) => a.number - b.number);
  part.unlinked.sort((a, b) => (a.sha < b.sha ? -1 : 1));
}
