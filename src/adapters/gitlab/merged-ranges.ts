import type { GitLabClient } from './client';
import { MERGED_RANGES_QUERY } from './queries';
import type { GitLabMergeRequest } from './schema';
import { GitLabMergedRanges } from './schema';

/** Shas: `git log start..head` lists what a merge request held. */
export type MergedRange = { start: string; head: string };

/**
 * What merged merge requests held when they were merged, by iid. GitLab keeps a version of the diff for
 * each push while a merge request is open, and none after: whatever becomes of the source branch then,
 * its last version is what was merged. `start` is the head of the target branch at that push.
 *
 * Source: GraphQL `MergeRequest.diffRefs`, https://docs.gitlab.com/api/graphql/reference/#mergerequest,
 *         which is the newest of GET /projects/:id/merge_requests/:iid/versions;
 *         https://docs.gitlab.com/api/merge_requests/#get-merge-request-diff-versions
 * Limits: one call for all that are asked for, at most 100; none when none was merged. One of which
 *         GitLab has no version is absent, and so are all when it does not answer GraphQL.
 */
export async function readMerged(
  client: GitLabClient,
  path: string,
  requests: readonly GitLabMergeRequest[],
): Promise<Map<number, MergedRange>> {
  const iids = requests.flatMap(({ state, iid }) => (state === 'merged' ? [String(iid)] : []));
  if (iids.length === 0) return new Map();
  const answer = await client.query({
    text: MERGED_RANGES_QUERY,
    variables: { path, iids },
    schema: GitLabMergedRanges,
    about: { what: 'what merge requests held', path },
  });
  const nodes = answer?.project?.mergeRequests?.nodes ?? [];
  return new Map(
    nodes.flatMap(({ iid, diffRefs }): [number, MergedRange][] =>
      diffRefs === null ? [] : [[iid, { start: diffRefs.startSha, head: diffRefs.headSha }]],
    ),
  );
}
