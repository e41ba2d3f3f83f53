import { MergeRequestApprovals, MergeRequests } from '@gitbeaker/rest';

import type { Commit } from '../../domain/commit';
import type { PullRequest, Review } from '../../domain/pull-request';
import type { Conditional, Page } from '../../ports/code-host';
import { compare, toHeaders } from '../validator';
import { nextPage, pageOf } from './address';
import type { GitLabClient } from './client';
import { listRevision } from './commits';
import { inTurns } from '../in-turns';
import { toInstant, toPullRequest, toReviews } from './map';
import { readMerged, type MergedRange } from './merged-ranges';
import type { GitLabMergeRequest } from './schema';
import {
  GitLabApprovals,
  GitLabMergeRequestProbe,
  GitLabMergeRequests,
  GitLabReviewers,
} from './schema';

/** Each costs two or three calls more, and Forge allows 100 a minute. */
const PER_PAGE = 10;
const MAX_COMMIT_PAGES = 5;

const NEWEST_FIRST = { scope: 'all', orderBy: 'updated_at', sort: 'desc' } as const;

/**
 * Whether any merge request changed: pushes, notes, approvals, merges and edits move its `updated_at`.
 *
 * Source: GET /projects/:id/merge_requests, https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests
 * Units:  `newestUpdatedAt` is ISO 8601, UTC; `null` when there is no merge request.
 */
export async function probePullRequests(
  client: GitLabClient,
  path: string,
  validator: string | null,
): Promise<Conditional<{ newestUpdatedAt: string | null }>> {
  const ask = { projectId: path, ...NEWEST_FIRST, view: 'simple', perPage: 1, page: 1 } as const;
  const answer = await client.getUnless(304, {
    call: (settings) => new MergeRequests(settings).all(ask),
    schema: GitLabMergeRequestProbe,
    about: { what: 'the merge requests', path },
    headers: toHeaders(validator),
  });
  if (answer === null) return { status: 'unchanged' };
  const newest = answer.value[0]?.updated_at;
  const value = { newestUpdatedAt: newest === undefined ? null : toInstant(newest) };
  return compare(validator, answer.value, { value, headers: answer.headers });
}

/**
 * Merge requests of every state, the most recently updated first, with approvals and commits.
 *
 * Source: GET /projects/:id/merge_requests, https://docs.gitlab.com/api/merge_requests/#list-project-merge-requests;
 *         of each …/approvals, …/reviewers where it has some, and the commits of its range
 * Limits: 10 a page; 1 call for the page, 1 for what those that were merged held, and 2 or 3 for each,
 *         five at a time. One of over 100 commits costs 1 more for each 100. The newest 500 commits
 *         of each; `commitCount` is then one more than there are.
 * Units:  instants are ISO 8601, UTC. A review has neither a sha nor, unless it approved, an instant.
 */
export async function listPullRequests(
  client: GitLabClient,
  path: string,
  { cursor, since }: { cursor: string | null; since: string | null },
): Promise<Page<PullRequest>> {
  const updated = since === null ? {} : { updatedAfter: since };
  const ask = { projectId: path, ...NEWEST_FIRST, ...updated, ...pageOf(cursor, PER_PAGE) };
  const { value, headers } = await client.get({
    call: (settings) => new MergeRequests(settings).all(ask),
    schema: GitLabMergeRequests,
    about: { what: 'the merge requests', path },
  });
  const merged = await readMerged(client, path, value);
  const items = await inTurns(value, (request) =>
    readDetails(client, path, { request, merged: merged.get(request.iid) }),
  );
  return { items, next: nextPage(headers) };
}

type Asked = { request: GitLabMergeRequest; merged: MergedRange | undefined };

async function readDetails(client: GitLabClient, path: string, asked: Asked): Promise<PullRequest> {
  const { commits, isWhole } = await readCommits(client, path, asked);
  const reviews = await readReviews(client, path, asked.request);
  return toPullRequest(
    { ...asked.request, sha: asked.merged?.head ?? asked.request.sha },
    {
      commits,
      commitCount: commits.length + (isWhole ? 0 : 1),
      reviews: reviews ?? [],
      // One that cannot be read: nobody may take this for a merge request without approval.
      reviewCount: reviews?.length ?? 1,
    },
  );
}

type MergeCommits = { commits: Commit[]; isWhole: boolean };

/**
 * The commits that a merge request brings, oldest first: the range that it held when it was merged, else
 * from what it is to be merged into. Its own list of commits would not tell their parents.
 *
 * Source: https://docs.gitlab.com/api/commits/#list-repository-commits (`ref_name` takes a range),
 *         https://github.com/danger/danger-js/issues/1418 (`parent_ids` is empty)
 */
async function readCommits(
  client: GitLabClient,
  path: string,
  { request, merged }: Asked,
): Promise<MergeCommits> {
  const found = merged && (await readRange(client, path, `${merged.start}..${merged.head}`));
  if (found && found.commits.length > 0) return found;
  if (!request.sha) return { commits: [], isWhole: true };
  const landed = request.merge_commit_sha ?? request.squash_commit_sha;
  return readRange(
    client,
    path,
    `${landed ? `${landed}^1` : request.target_branch}..${request.sha}`,
  );
}

async function readRange(
  client: GitLabClient,
  path: string,
  revision: string,
): Promise<MergeCommits> {
  const newestFirst: Commit[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < MAX_COMMIT_PAGES; count += 1) {
    const page: Page<Commit> = await listRevision(client, path, { revision, cursor });
    newestFirst.push(...page.items);
    cursor = page.next;
    if (cursor === null) break;
  }
  return { commits: newestFirst.reverse(), isWhole: cursor === null };
}

/** `null` when this GitLab does not tell. One of before 15.3 does not know reviewers' states. */
async function readReviews(
  client: GitLabClient,
  path: string,
  { iid, reviewers }: GitLabMergeRequest,
): Promise<Review[] | null> {
  const about = { what: `the approvals of merge request !${iid}`, path };
  const approvals = await client.getUnless(404, {
    call: (settings) =>
      new MergeRequestApprovals(settings).showConfiguration(path, { mergerequestIId: iid }),
    schema: GitLabApprovals,
    about,
  });
  if (approvals === null) return null;
  if (!reviewers?.length) return toReviews(approvals.value, []);
  const said = await client.getUnless(404, {
    call: (settings) => new MergeRequests(settings).showReviewers(path, iid),
    schema: GitLabReviewers,
    about,
  });
  // It names reviewers, so a list of none is not the whole one.
  return said?.value.length === 0 ? null : toReviews(approvals.value, said?.value ?? []);
}
