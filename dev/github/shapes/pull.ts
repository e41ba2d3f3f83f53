import type { Host } from '../host';
import type { ReviewEntry } from '../hosted-files';
import type { HostedPull } from '../hosted-pulls';
import type { HostedRepository } from '../hosted-repository';
import { toId, toNodeId } from '../identity';
import { repositoryPage, repositoryUrl, toRepository } from './repository';
import type { RepositoryFacts } from './repository';
import { toUser, toUserOrNull } from './user';
import type { Json } from './user';

export type PullPlace = { host: Host; repository: HostedRepository; facts: RepositoryFacts };

function toLinks({ host, repository }: PullPlace, { number, head }: HostedPull): Json {
  const url = repositoryUrl(host, repository);
  const page = `${repositoryPage(host, repository)}/pull/${number}`;
  return {
    url: `${url}/pulls/${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${url}/issues/${number}`,
    comments_url: `${url}/issues/${number}/comments`,
    commits_url: `${url}/pulls/${number}/commits`,
    review_comments_url: `${url}/pulls/${number}/comments`,
    review_comment_url: `${url}/pulls/comments{/number}`,
    statuses_url: `${url}/statuses/${head.sha}`,
  };
}

/** The same addresses in the form that GitHub repeats below `_links`. */
function toHypermedia(links: Json): Json {
  const names = ['comments', 'commits', 'issue', 'review_comment', 'review_comments', 'statuses'];
  const own = { self: { href: links.url }, html: { href: links.html_url } };
  return names.reduce<Json>(
    (all, name) => ({ ...all, [name]: { href: links[`${name}_url`] } }),
    own,
  );
}

function toEnd({ host, repository, facts }: PullPlace, end: HostedPull['head']): Json {
  return {
    label: `${repository.owner}:${end.ref}`,
    ref: end.ref,
    sha: end.sha,
    user: toUser(host, repository.owner),
    repo: toRepository(host, repository, facts),
  };
}

function toLabel({ host, repository }: PullPlace, name: string): Json {
  const id = toId(`label ${repository.id} ${name}`);
  return {
    id,
    node_id: toNodeId('LA', id),
    url: `${repositoryUrl(host, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  };
}

/** A pull request as it stands in lists. */
export function toPull(place: PullPlace, pull: HostedPull): Json {
  const id = toId(`pull ${place.repository.id} ${pull.number}`);
  const links = toLinks(place, pull);
  return {
    ...links,
    id,
    node_id: toNodeId('PR', id),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: toUser(place.host, pull.author ?? 'ghost'),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pull.labels.map((name) => toLabel(place, name)),
    milestone: null,
    draft: pull.isDraft,
    head: toEnd(place, pull.head),
    base: toEnd(place, pull.base),
    _links: toHypermedia(links),
    author_association: 'MEMBER',
    auto_merge: null,
    active_lock_reason: null,
  };
}

export type PullCounts = {
  commits: number;
  additions: number;
  deletions: number;
  changedFiles: number;
};

/** The one pull request asked for. */
export function toFullPull(place: PullPlace, pull: HostedPull, counts: PullCounts): Json {
  const isMerged = pull.mergedAt !== null;
  return {
    ...toPull(place, pull),
    merged: isMerged,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: toUserOrNull(place.host, isMerged ? (pull.mergedBy ?? pull.author) : null),
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: counts.commits,
    additions: counts.additions,
    deletions: counts.deletions,
    changed_files: counts.changedFiles,
  };
}

export function toReview(
  place: PullPlace,
  pull: HostedPull,
  review: ReviewEntry,
  index: number,
): Json {
  const id = review.id ?? toId(`review ${place.repository.id} ${pull.number} ${index}`);
  const { url, html_url: page } = toLinks(place, pull);
  const address = `${String(page)}#pullrequestreview-${id}`;
  return {
    id,
    node_id: toNodeId('PRR', id),
    user: toUserOrNull(place.host, review.user),
    body: review.body ?? '',
    state: review.state.toUpperCase(),
    html_url: address,
    pull_request_url: url,
    author_association: 'MEMBER',
    _links: { html: { href: address }, pull_request: { href: url } },
    submitted_at: review.submitted_at ?? pull.updatedAt,
    commit_id: review.commit_id ?? pull.head.sha,
  };
}
