import type { Host } from '../host';
import type { DiffVersion, HostedMergeRequest } from '../hosted-merge-requests';
import type { HostedProject } from '../hosted-project';
import type { Place } from '../env';
import { toId } from '../identity';
import { toDatabaseTime, toDatabaseTimeOrNull } from '../instant';
import { projectPage } from './project';
import { toUser, toUserOrNull } from './user';
import type { Json } from './user';

const NO_TIME = {
  time_estimate: 0,
  total_time_spent: 0,
  human_time_estimate: null,
  human_total_time_spent: null,
};

const idOf = ({ id }: HostedProject, iid: number): number => toId(`merge request ${id} ${iid}`);

function toEnd(
  host: Host,
  { mergedBy, author, state, mergedAt, closedAt }: HostedMergeRequest,
): Json {
  const merger = toUserOrNull(host, state === 'merged' ? (mergedBy ?? author) : null);
  return {
    merged_by: merger,
    merge_user: merger,
    merged_at: toDatabaseTimeOrNull(mergedAt),
    closed_by: toUserOrNull(host, state === 'closed' ? author : null),
    closed_at: toDatabaseTimeOrNull(closedAt),
  };
}

/** What stands in every answer about a merge request, `view=simple` too. */
export function toSimpleMergeRequest({ host, project }: Place, request: HostedMergeRequest): Json {
  return {
    id: idOf(project, request.iid),
    iid: request.iid,
    project_id: project.id,
    title: request.title,
    description: request.description,
    state: request.state,
    created_at: toDatabaseTime(request.createdAt),
    updated_at: toDatabaseTime(request.updatedAt),
    web_url: `${projectPage(host, project)}/-/merge_requests/${request.iid}`,
  };
}

function toBranches({ project }: Place, request: HostedMergeRequest): Json {
  return {
    target_branch: request.targetBranch,
    source_branch: request.sourceBranch,
    source_project_id: project.id,
    target_project_id: project.id,
    sha: request.sha,
    merge_commit_sha: request.mergeCommitSha,
    squash_commit_sha: request.squashCommitSha,
    squash: request.isSquashed,
    squash_on_merge: request.isSquashed,
  };
}

/** A merge request as it stands in lists. */
export function toMergeRequest(place: Place, request: HostedMergeRequest): Json {
  const { host, project } = place;
  const short = `!${request.iid}`;
  return {
    ...toSimpleMergeRequest(place, request),
    ...toEnd(host, request),
    ...toBranches(place, request),
    user_notes_count: 0,
    upvotes: 0,
    downvotes: 0,
    author: toUser(host, request.author),
    assignees: [],
    assignee: null,
    reviewers: request.reviewers.map(({ user }) => toUser(host, user)),
    labels: request.labels,
    draft: request.isDraft,
    work_in_progress: request.isDraft,
    milestone: null,
    merge_when_pipeline_succeeds: false,
    merge_status: 'unchecked',
    detailed_merge_status: request.state === 'opened' ? 'unchecked' : 'not_open',
    discussion_locked: null,
    should_remove_source_branch: null,
    force_remove_source_branch: null,
    prepared_at: toDatabaseTime(request.createdAt),
    reference: short,
    references: { short, relative: short, full: project.path + short },
    time_stats: NO_TIME,
    task_completion_status: { count: 0, completed_count: 0 },
    has_conflicts: false,
    blocking_discussions_resolved: true,
    approvals_before_merge: null,
  };
}

/** The one merge request asked for, with the newest version of its diff. */
export function toFullMergeRequest(
  place: Place,
  request: HostedMergeRequest,
  { version, changes }: { version: DiffVersion | null; changes: number },
): Json {
  return {
    ...toMergeRequest(place, request),
    subscribed: false,
    changes_count: String(changes),
    head_pipeline: null,
    diff_refs: version && {
      base_sha: version.base,
      head_sha: version.head,
      start_sha: version.start,
    },
    merge_error: null,
    first_contribution: false,
    user: { can_merge: false },
  };
}

/** A version of the diff, as they are listed. */
export const toVersion = (
  { project }: Place,
  request: HostedMergeRequest,
  { version, changes }: { version: DiffVersion; changes: number },
): Json => ({
  id: toId(`version ${project.id} ${request.iid}`),
  head_commit_sha: version.head,
  base_commit_sha: version.base,
  start_commit_sha: version.start,
  created_at: toDatabaseTime(request.createdAt),
  merge_request_id: idOf(project, request.iid),
  state: 'collected',
  real_size: String(changes),
});

export function toApprovals(place: Place, request: HostedMergeRequest): Json {
  return {
    ...toSimpleMergeRequest(place, request),
    merge_status: 'unchecked',
    approved: request.approvals.length > 0,
    approvals_required: 0,
    approvals_left: 0,
    require_password_to_approve: false,
    approved_by: request.approvals.map(({ user, approvedAt }) => ({
      user: toUser(place.host, user),
      ...(approvedAt === null ? {} : { approved_at: toDatabaseTime(approvedAt) }),
    })),
    suggested_approvers: [],
    user_has_approved: false,
    user_can_approve: false,
    approval_rules_left: [],
    has_approval_rules: false,
    multiple_approval_rules_available: false,
    invalid_approvers_rules: [],
  };
}

/** The rules of approval: one for everybody, which wants nobody. */
export function toApprovalState({ host }: Place, { approvals }: HostedMergeRequest): Json {
  return {
    approval_rules_overwritten: false,
    rules: [
      {
        id: 1,
        name: 'All Members',
        rule_type: 'any_approver',
        eligible_approvers: [],
        approvals_required: 0,
        users: [],
        groups: [],
        contains_hidden_groups: false,
        approved_by: approvals.map(({ user }) => toUser(host, user)),
        source_rule: null,
        approved: true,
        overridden: false,
      },
    ],
  };
}

export const toReviewers = ({ host }: Place, request: HostedMergeRequest): Json[] =>
  request.reviewers.map(({ user, state, createdAt }) => ({
    user: toUser(host, user),
    state,
    created_at: toDatabaseTime(createdAt ?? request.createdAt),
  }));
