import { digestOf } from '../../domain/digest';
import { partDiffs, withoutOverdue } from '../../domain/evidence/presence-answers';
import {
  EVIDENCE_FORM,
  headerRefs,
  type RepositoryHeader,
} from '../../domain/evidence/repository-header';
import { issueParts } from '../../domain/evidence/issue-parts';
import { projectKeys } from './project-keys';
import { releasedBundles } from './released-bundles';
import {
  commitLog,
  type Assembled,
  type Inputs,
  type ReadingHeader,
  type Slice,
  type SliceFacts,
} from './slice';
import { wantedBranches } from './read-branches';
import { keptDeployments } from './read-deployments';

/** The part of every issue that this repository knows of, without checks. */
export async function assemble(slice: Slice, header: ReadingHeader): Promise<Assembled> {
  slice.assembled ??= await assembleNow(slice, header);
  return slice.assembled;
}

async function readInputs(slice: Slice, header: RepositoryHeader): Promise<Inputs> {
  const { projects, ports } = slice;
  const listed = await projectKeys(ports);
  return {
    projectKeys: listed,
    issueTrailers: [...new Set(projects.flatMap(({ issueTrailers }) => issueTrailers))].sort(),
    lineBranches: wantedBranches(projects, header.repository),
    manual: await ports.evidence.readAssociations(header.repository),
    released: await releasedBundles(ports, {
      projectKeys: projects.map(({ projectKey }) => projectKey),
      listed,
    }),
  };
}

/** Digest of everything that the issues' parts are made from and that no header counts otherwise. */
export async function evidenceFingerprint(slice: Slice, header: RepositoryHeader): Promise<string> {
  const inputs = slice.assembled?.inputs ?? (await readInputs(slice, header));
  return digestOf({
    form: EVIDENCE_FORM,
    refs: headerRefs(header),
    commitCount: header.commitCount,
    inputs,
  });
}

/** What is stored of changes; what did not come whole a day ago counts as never asked for. */
export async function storedFacts(slice: Slice, header: ReadingHeader): Promise<SliceFacts> {
  slice.facts ??= await readFacts(slice, header);
  return slice.facts;
}

async function readFacts(slice: Slice, header: ReadingHeader): Promise<SliceFacts> {
  const { evidence } = slice.ports;
  const [diffs, answers] = await Promise.all([
    evidence.readDiffs(header.repository, header.diffCount),
    evidence.readAnswers(header.repository),
  ]);
  const { startedAt } = header.reading;
  const { current, overdue } = partDiffs(diffs, startedAt);
  return { diffs: current, overdue, answers: withoutOverdue(answers, startedAt) };
}

async function assembleNow(slice: Slice, header: ReadingHeader): Promise<Assembled> {
  const inputs = await readInputs(slice, header);
  const { evidence } = slice.ports;
  const commits = await commitLog(slice, header);
  const stored = await storedFacts(slice, header);
  const [pullRequests, deployments] = await Promise.all([
    evidence.readPullRequests(header.repository, header.pullRequestBuckets),
    keptDeployments(slice, header),
  ]);
  const followed = new Set(header.environments.map((one) => one.environment.toLowerCase()));
  const keys = new Set(inputs.projectKeys);
  const parts = issueParts({
    repository: header.repository,
    commits,
    pullRequests,
    deployments: deployments.filter((one) => followed.has(one.environment.toLowerCase())),
    stored,
    refs: headerRefs(header),
    manual: inputs.manual,
    isProjectKey: (key) => keys.has(key),
    issueTrailers: inputs.issueTrailers,
    lineBranches: inputs.lineBranches,
  });
  return { ...parts, pullRequests, inputs };
}
