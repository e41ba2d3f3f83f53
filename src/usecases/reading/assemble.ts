import { headerRefs, type RepositoryHeader } from '../../domain/evidence/repository-header';
import { issueParts, type IssueParts } from '../../domain/evidence/issue-parts';
import type { ManualAssociation } from '../../domain/ownership/manual-association';
import type { PullRequest } from '../../domain/pull-request';
import { projectKeys } from './project-keys';
import { commitLog, type Slice } from './slice';
import { wantedBranches } from './read-branches';

/** Everything that the stored issues are made from, and what came of it. */
export type Assembled = IssueParts & {
  pullRequests: PullRequest[];
  /** What else the parts depend on; for the fingerprint. */
  inputs: Inputs;
};

export type Inputs = {
  projectKeys: string[];
  issueTrailers: string[];
  lineBranches: string[];
  manual: ManualAssociation[];
};

/** The part of every issue that this repository knows of, without checks. */
export async function assemble(slice: Slice, header: RepositoryHeader): Promise<Assembled> {
  slice.assembled ??= await assembleNow(slice, header);
  return slice.assembled;
}

export async function readInputs(slice: Slice, header: RepositoryHeader): Promise<Inputs> {
  const { projects, ports } = slice;
  return {
    projectKeys: await projectKeys(ports),
    issueTrailers: [...new Set(projects.flatMap(({ issueTrailers }) => issueTrailers))].sort(),
    lineBranches: wantedBranches(projects, header.repository),
    manual: await ports.evidence.readAssociations(header.repository),
  };
}

async function assembleNow(slice: Slice, header: RepositoryHeader): Promise<Assembled> {
  const inputs = await readInputs(slice, header);
  const commits = await commitLog(slice, header);
  const pullRequests = await slice.ports.evidence.readPullRequests(
    header.repository,
    header.pullRequestBuckets,
  );
  const keys = new Set(inputs.projectKeys);
  const parts = issueParts({
    repository: header.repository,
    commits,
    pullRequests,
    refs: headerRefs(header),
    manual: inputs.manual,
    isProjectKey: (key) => keys.has(key),
    issueTrailers: inputs.issueTrailers,
    lineBranches: inputs.lineBranches,
  });
  return { ...parts, pullRequests, inputs };
}
