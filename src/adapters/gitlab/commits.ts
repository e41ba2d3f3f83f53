import { Commits, Projects } from '@gitbeaker/rest';

import type { Commit } from '../../domain/commit';
import type { Page } from '../../ports/code-host';
import { nextPage, pageOf } from './address';
import type { GitLabClient } from './client';
import { toCommit } from './map';
import { GitLabCommits, GitLabProject } from './schema';

/**
 * Commits reachable from `sha`, the newest first; `[]` for an empty repository.
 *
 * Source: GET /projects/:id/repository/commits, https://docs.gitlab.com/api/commits/#list-repository-commits
 * Limits: 100 a page; GitLab names a next page behind every full one, so the last may be empty. Of a
 *         sha that it does not have GitLab lists nothing: one call more tells that from an empty repository.
 * Units:  `authoredAt`, `committedAt` are ISO 8601, UTC; the epoch when git cannot read the date.
 * Errors: `not-found` when the repository has no such commit.
 */
export async function listCommits(
  client: GitLabClient,
  path: string,
  { sha, cursor }: { sha: string; cursor: string | null },
): Promise<Page<Commit>> {
  const page = await listRevision(client, path, { revision: sha, cursor });
  if (page.items.length > 0 || cursor !== null) return page;
  const project = await client.get({
    call: (settings) => new Projects(settings).show(path),
    schema: GitLabProject,
    about: { what: 'the repository page', path },
  });
  if (project.value.empty_repo === true) return page;
  throw client.missing({ what: `the commits from ${sha}`, path });
}

/** A page of what `git log` would list: of a sha, a branch, or a range `from..to`. */
export async function listRevision(
  client: GitLabClient,
  path: string,
  { revision, cursor }: { revision: string; cursor: string | null },
): Promise<Page<Commit>> {
  const { value, headers } = await client.get({
    call: (settings) => new Commits(settings).all(path, { refName: revision, ...pageOf(cursor) }),
    schema: GitLabCommits,
    about: { what: `the commits from ${revision}`, path },
  });
  return { items: value.map(toCommit), next: nextPage(headers) };
}
