import { findVersion, readMergeRequests } from '../hosted-merge-requests';
import type { HostedProject } from '../hosted-project';
import type { Json } from '../shapes/user';

const PAGE = 100;

export type MergeRequestArgs = { iids?: string[]; first?: number };

/** Merge requests, the newest first. */
export async function listMergeRequests(
  project: HostedProject,
  { iids, first = PAGE }: MergeRequestArgs,
): Promise<Json> {
  const git = await project.git();
  const found = await readMergeRequests(project);
  const nodes = found
    .filter(({ iid }) => iids?.includes(String(iid)) ?? true)
    .sort((one, other) => other.iid - one.iid)
    .slice(0, Math.min(first, PAGE))
    .map((request) => ({
      iid: String(request.iid),
      diffRefs: async () => {
        const version = await findVersion(git, request);
        return version && { baseSha: version.base, headSha: version.head, startSha: version.start };
      },
    }));
  return { nodes };
}
