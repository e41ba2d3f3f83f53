import type {
  DeploymentEvidence,
  IssueEvidence,
  MentionEvidence,
  RepositoryEvidence,
} from './issue-evidence';

/**
 * What all documents of one issue say of each repository. An issue that was moved has one document
 * for each key that it had; a commit that names both keys counts once.
 */
export function mergeParts(
  documents: readonly IssueEvidence[],
  issueKeys: readonly string[],
): RepositoryEvidence[] {
  const own = documents.filter(({ issueKey }) => issueKeys.includes(issueKey));
  const merged = new Map<string, RepositoryEvidence>();
  for (const part of own.flatMap(({ repositories }) => repositories)) {
    const before = merged.get(part.repository);
    merged.set(part.repository, before ? mergeTwo(before, part) : part);
  }
  return [...merged.values()].sort((a, b) => (a.repository < b.repository ? -1 : 1));
}

function mergeTwo(a: RepositoryEvidence, b: RepositoryEvidence): RepositoryEvidence {
  const commits = unite(a.commits, b.commits);
  const owned = new Set(commits.map(({ sha }) => sha));
  const numbers = new Set(a.pullRequests.map(({ number }) => number));
  const unlinked = new Set(a.unlinked.map(({ sha }) => sha));
  return {
    repository: a.repository,
    commits,
    mentions: unite(a.mentions, b.mentions).filter(({ sha }) => !owned.has(sha)),
    pullRequests: [
      ...a.pullRequests,
      ...b.pullRequests.filter(({ number }) => !numbers.has(number)),
    ],
    deployments: mergeDeployments(a.deployments, b.deployments),
    unlinked: [...a.unlinked, ...b.unlinked.filter(({ sha }) => !unlinked.has(sha))],
    omitted: a.omitted + b.omitted,
    ...((a.isOutdated ?? b.isOutdated) && { isOutdated: true }),
  };
}

/** One deployment may have changed something for both keys: then it did all of it. */
function mergeDeployments(
  a: readonly DeploymentEvidence[],
  b: readonly DeploymentEvidence[],
): DeploymentEvidence[] {
  const merged = new Map(a.map((one) => [one.id, one]));
  for (const one of b) {
    const other = merged.get(one.id) ?? { ...one, holds: [], brought: [], tookAway: [] };
    merged.set(one.id, {
      ...other,
      holds: both(other.holds, one.holds),
      brought: both(other.brought, one.brought),
      tookAway: both(other.tookAway, one.tookAway),
    });
  }
  return [...merged.values()].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1),
  );
}

const both = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

function unite<C extends MentionEvidence>(a: readonly C[], b: readonly C[]): C[] {
  const shas = new Set(a.map(({ sha }) => sha));
  return [...a, ...b.filter(({ sha }) => !shas.has(sha))].sort(newestFirst);
}

/** Newest first; commits of the same second by sha, so that the order never changes. */
export function newestFirst(
  a: Pick<MentionEvidence, 'authoredAt' | 'sha'>,
  b: Pick<MentionEvidence, 'authoredAt' | 'sha'>,
): number {
  return Date.parse(b.authoredAt) - Date.parse(a.authoredAt) || (a.sha < b.sha ? -1 : 1);
}
