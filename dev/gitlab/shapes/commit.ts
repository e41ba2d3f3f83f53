import type { GitCommit } from '../../git/git-commit';
import type { Place } from '../env';
import { toCommitTime } from '../instant';
import { projectPage } from './project';
import type { Json } from './user';

const titleOf = (message: string): string => message.split('\n', 1)[0] ?? '';

/** A commit as it stands in lists. Git ends a message with a line end, and GitLab keeps it. */
export function toCommit({ host, project }: Place, commit: GitCommit): Json {
  return {
    id: commit.sha,
    short_id: commit.sha.slice(0, 8),
    created_at: toCommitTime(commit.committer.date),
    parent_ids: commit.parents,
    title: titleOf(commit.message),
    message: `${commit.message}\n`,
    author_name: commit.author.name,
    author_email: commit.author.email,
    authored_date: toCommitTime(commit.author.date),
    committer_name: commit.committer.name,
    committer_email: commit.committer.email,
    committed_date: toCommitTime(commit.committer.date),
    trailers: {},
    extended_trailers: {},
    web_url: `${projectPage(host, project)}/-/commit/${commit.sha}`,
  };
}

/**
 * A commit in a merge request's list: GitLab keeps these in its database, without their parents.
 *
 * Source: https://github.com/danger/danger-js/issues/1418
 */
export const toListedCommit = (place: Place, commit: GitCommit): Json => ({
  ...toCommit(place, commit),
  parent_ids: [],
});
