import type { GitCommit } from '../../git/git-commit';
import type { Host } from '../host';
import type { CheckEntry, ChecksOfCommit, CommitStatusEntry } from '../hosted-files';
import type { HostedRepository } from '../hosted-repository';
import { toId, toNodeId } from '../identity';
import { repositoryPage, repositoryUrl, toRepository } from './repository';
import type { RepositoryFacts } from './repository';
import { toUser, toUserOrNull } from './user';
import type { Json } from './user';

export type CheckPlace = { host: Host; repository: HostedRepository; commit: GitCommit };

export const isStatus = (entry: CheckEntry | CommitStatusEntry): entry is CommitStatusEntry =>
  'context' in entry;
export const runsOf = (entries: ChecksOfCommit): CheckEntry[] =>
  entries.flatMap((entry) => (isStatus(entry) ? [] : [entry]));
/** Newest first. */
export const statusesOf = (entries: ChecksOfCommit): CommitStatusEntry[] =>
  entries.filter(isStatus).reverse();

/** One per name, the last of each. */
export function latestBy<T>(entries: readonly T[], nameOf: (entry: T) => string): T[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
}

const suiteIdOf = ({ repository, commit }: CheckPlace): number =>
  toId(`suite ${repository.id} ${commit.sha}`);

/** Times that the file leaves out are the commit's. */
export function timesOf(
  check: CheckEntry,
  commit: GitCommit,
): { startedAt: string; completedAt: string | null } {
  const startedAt = check.started_at ?? commit.committer.date;
  const isDone = check.status === 'completed';
  return { startedAt, completedAt: isDone ? (check.completed_at ?? startedAt) : null };
}

/** GitHub's own app for workflows. */
function toActionsApp(host: Host): Json {
  const created = '2018-07-30T09:30:17Z';
  return {
    id: 15368,
    slug: 'github-actions',
    node_id: toNodeId('A', 15368),
    owner: toUser(host, 'github'),
    name: 'GitHub Actions',
    description: 'Automate your workflow',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${host.htmlUrl}/apps/github-actions`,
    created_at: created,
    updated_at: created,
    permissions: { checks: 'write', contents: 'read' },
    events: ['check_run', 'push'],
  };
}

export function toCheckRun(place: CheckPlace, check: CheckEntry): Json {
  const { host, repository, commit } = place;
  const id = check.id ?? toId(`check ${repository.id} ${commit.sha} ${check.name}`);
  const url = `${repositoryUrl(host, repository)}/check-runs/${id}`;
  const page = `${repositoryPage(host, repository)}/runs/${id}`;
  const { startedAt, completedAt } = timesOf(check, commit);
  return {
    id,
    node_id: toNodeId('CR', id),
    name: check.name,
    head_sha: commit.sha,
    external_id: '',
    url,
    html_url: page,
    details_url: check.details_url ?? page,
    status: check.status,
    conclusion: check.status === 'completed' ? (check.conclusion ?? 'neutral') : null,
    started_at: startedAt,
    completed_at: completedAt,
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: suiteIdOf(place) },
    app: toActionsApp(host),
    pull_requests: [],
  };
}

export function toStatus(
  { host, repository, commit }: CheckPlace,
  status: CommitStatusEntry,
): Json {
  const createdAt = status.created_at ?? commit.committer.date;
  const id =
    status.id ?? toId(`status ${repository.id} ${commit.sha} ${status.context} ${createdAt}`);
  return {
    id,
    node_id: toNodeId('SC', id),
    url: `${repositoryUrl(host, repository)}/statuses/${commit.sha}`,
    avatar_url: `${host.htmlUrl}/identicons/${id}.png`,
    state: status.state.toLowerCase(),
    context: status.context,
    description: status.description ?? null,
    target_url: status.target_url ?? null,
    created_at: createdAt,
    updated_at: createdAt,
    creator: toUserOrNull(host, status.creator),
  };
}

/** GitHub's rule: an error or failure fails the whole; nothing, or one that waits, is pending. */
function combinedState(statuses: readonly CommitStatusEntry[]): 'failure' | 'pending' | 'success' {
  const states = statuses.map(({ state }) => state.toLowerCase());
  if (states.some((state) => state === 'failure' || state === 'error')) return 'failure';
  return states.length === 0 || states.includes('pending') ? 'pending' : 'success';
}

export function toCombinedStatus(
  place: CheckPlace & { facts: RepositoryFacts },
  statuses: readonly CommitStatusEntry[],
): Json {
  const { host, repository, commit, facts } = place;
  const url = `${repositoryUrl(host, repository)}/commits/${commit.sha}`;
  return {
    state: combinedState(statuses),
    statuses: statuses.map((status) => toStatus(place, status)),
    sha: commit.sha,
    total_count: statuses.length,
    repository: toRepository(host, repository, facts),
    commit_url: url,
    url: `${url}/status`,
  };
}
