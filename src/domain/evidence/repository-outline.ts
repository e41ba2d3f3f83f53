import type { CommitChecks } from '../check';
import type { Commit } from '../commit';
import { createGraph, reachableFrom, type CommitGraph, type Reach } from '../lines/reachable';
import type { PullRequest } from '../pull-request';
import type { RefName, RepositoryEvidence } from './issue-evidence';

/** How many commits of `branch`, merges left out, are not in `over`. */
export type BranchLead = { branch: string; over: string; commits: number };

/** The branches of lines that hold what an environment runs, sorted. */
export type EnvironmentRun = { environment: string; heldBy: string[] };

/** What a repository has of the issues of one project. */
export type IssueShare = {
  issues: number;
  /** The issue with most evidence, when it is so much that its document may have been cut. */
  largest: string | null;
};

/** What the doctor needs of a repository's evidence, counted while all of it is at hand. */
export type RepositoryOutline = {
  /** For each two branches whose history is read to the end, both ways. */
  leads: BranchLead[];
  /** Environments whose history, and that of every branch, is read to the end. */
  runs: EnvironmentRun[];
  /** By project key. */
  shares: Record<string, IssueShare>;
  /** Branches that pull requests go into, those with most first; at most 20. */
  bases: string[];
  /** Up to 300 distinct paths that changes of issues touched, sorted. */
  paths: string[];
  /** Whether the host keeps checks back from the login. */
  checksWithheld: boolean;
};

export type OutlineFacts = {
  commits: readonly Commit[];
  /** Refs with their shas. */
  refs: readonly (readonly [RefName, string])[];
  pullRequests: readonly Pick<PullRequest, 'baseBranch'>[];
  parts: ReadonlyMap<string, RepositoryEvidence>;
  checks: ReadonlyMap<string, Pick<CommitChecks, 'withheldFrom'>>;
};

const MAX_BASES = 20;
const MAX_PATHS = 300;
/** Commits, mentions and pull requests of one repository: fewer never come near the size of a record. */
const LARGE = 200;

export function outlineOf(facts: OutlineFacts): RepositoryOutline {
  const { commits, refs, pullRequests, parts, checks } = facts;
  const graph = createGraph(commits);
  const branches = reachesOf(graph, refs, 'branch:');
  return {
    leads: leadsOf(branches, commits),
    runs: runsOf(graph, refs, branches),
    shares: sharesOf(parts),
    bases: mostOftenFirst(pullRequests.map(({ baseBranch }) => baseBranch)).slice(0, MAX_BASES),
    paths: pathsOf(parts),
    checksWithheld: [...checks.values()].some(({ withheldFrom }) => withheldFrom !== null),
  };
}

type Named = { name: string; reach: Reach };

const isWhole = ({ reach }: Named): boolean => reach.unread.size === 0;

function reachesOf(graph: CommitGraph, refs: OutlineFacts['refs'], prefix: string): Named[] {
  return refs.flatMap(([ref, sha]) =>
    ref.startsWith(prefix)
      ? [{ name: ref.slice(prefix.length), reach: reachableFrom(graph, sha) }]
      : [],
  );
}

/** A promotion leaves a merge behind that no other line has, and that changes nothing: merges do not count. */
function leadsOf(branches: readonly Named[], commits: OutlineFacts['commits']): BranchLead[] {
  const whole = branches.filter(isWhole);
  const merges = new Set(commits.flatMap(({ sha, parents }) => (parents.length > 1 ? [sha] : [])));
  const counts = (sha: string) => !merges.has(sha);
  return whole.flatMap((one) =>
    whole
      .filter((other) => other !== one)
      .map((other) => ({
        branch: one.name,
        over: other.name,
        commits: [...one.reach.shas].filter((sha) => counts(sha) && !other.reach.shas.has(sha))
          .length,
      })),
  );
}

/** Where the history of a branch is cut, nobody knows what it holds: then nothing is said of any environment. */
function runsOf(
  graph: CommitGraph,
  refs: OutlineFacts['refs'],
  branches: readonly Named[],
): EnvironmentRun[] {
  if (branches.length === 0 || !branches.every(isWhole)) return [];
  return refs.flatMap(([ref, sha]) => {
    if (!ref.startsWith('deployed:') || !graph.positionOf.has(sha)) return [];
    const heldBy = branches.filter(({ reach }) => reach.shas.has(sha)).map(({ name }) => name);
    return [{ environment: ref.slice('deployed:'.length), heldBy: heldBy.sort() }];
  });
}

function sharesOf(parts: OutlineFacts['parts']): Record<string, IssueShare> {
  const shares: Record<string, IssueShare & { size: number }> = {};
  for (const [issueKey, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const projectKey = issueKey.slice(0, issueKey.lastIndexOf('-'));
    const share = (shares[projectKey] ??= { issues: 0, largest: null, size: LARGE - 1 });
    const size = part.commits.length + part.mentions.length + part.pullRequests.length;
    share.issues += 1;
    if (size > share.size) Object.assign(share, { largest: issueKey, size });
  }
  return Object.fromEntries(
    Object.entries(shares).map(([key, { issues, largest }]) => [key, { issues, largest }]),
  );
}

function mostOftenFirst(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([name]) => name);
}

function pathsOf(parts: OutlineFacts['parts']): string[] {
  const touched = [...parts.values()].flatMap(({ commits }) =>
    commits.flatMap(({ paths }) => (paths === 'unread' ? [] : paths.listed)),
  );
  return [...new Set(touched)].sort().slice(0, MAX_PATHS);
}
