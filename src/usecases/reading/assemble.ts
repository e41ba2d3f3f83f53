import { headerRefs, type RepositoryHeader } from '../../domain/evidence/repository-header';
import { issueParts } from '../../domain/evidence/issue-parts';
import { projectKeys } from './project-keys';
import { commitLog, type Assembled, type Inputs, type Slice } from './slice';
import { wantedBranches } from './read-branches';

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
