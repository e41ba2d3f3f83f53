import { canReadCheckRuns, canSee, findMissingSso } from '../actor';
import type { Actor } from '../actor';
import { findRepository } from '../host';
import type { Host } from '../host';
import type { HostedRepository } from '../hosted-repository';
import { readPulls } from '../hosted-pulls';
import { toNodeId } from '../identity';
import { ssoProblem } from '../routes/repositories';
import { readRepositoryFacts, repositoryPage } from '../shapes/repository';
import type { Json } from '../shapes/user';
import { findCommitNode, toActor } from './commit';
import type { Source } from './commit';
import { listDeploymentNodes } from './deployment';
import type { DeploymentArgs } from './deployment';
import { listPullNodes, toPullNode } from './pull-request';
import type { PullArgs } from './pull-request';
import { findRefNode, listRefNodes } from './ref';
import type { RefsArgs } from './ref';
import { Refusal } from './refusal';

type ObjectArgs = { oid?: string | null; expression?: string | null };

async function findObject(source: Source, { oid, expression }: ObjectArgs): Promise<Json | null> {
  if (oid) return (await findCommitNode(source, oid)) ?? findBlobNode(source, oid);
  if (expression?.includes(':')) return findTreeNode(source, expression);
  return findCommitNode(source, expression ? await source.git.resolve(expression) : null);
}

/** What git takes for binary has no text; other encodings come with marks for what is no UTF-8. */
async function findBlobNode({ git }: Source, oid: string): Promise<Json | null> {
  const bytes = await git.blob(oid);
  if (bytes === undefined) return null;
  const isBinary = bytes.subarray(0, 8000).includes(0);
  return {
    __typename: 'Blob',
    oid,
    isBinary,
    isTruncated: bytes.length > MOST_TEXT,
    byteSize: bytes.length,
    text: isBinary ? null : Buffer.from(bytes.subarray(0, MOST_TEXT)).toString(),
  };
}

const MOST_TEXT = 512_000;

/** `sha:folder`; files are not modelled. */
async function findTreeNode({ git }: Source, expression: string): Promise<Json | null> {
  const entries = await git.tree(expression, false);
  return entries
    ? {
        __typename: 'Tree',
        entries: entries.map(({ path, mode, type, sha }) => ({
          __typename: 'TreeEntry',
          name: path,
          mode: Number.parseInt(mode, 8),
          type,
          oid: sha,
        })),
      }
    : null;
}

async function getPull(source: Source, number: number): Promise<Json> {
  const found = (await readPulls(source.repository)).find((pull) => pull.number === number);
  if (found) return toPullNode(source, found);
  throw new Refusal(
    'NOT_FOUND',
    `Could not resolve to a PullRequest with the number of ${number}.`,
  );
}

function toFacts({ host, repository }: Source): Json {
  return {
    id: toNodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.path,
    owner: toActor(host, repository.owner),
    url: repositoryPage(host, repository),
    isArchived: repository.isArchived,
    isPrivate: repository.isPrivate,
    isFork: false,
    isDisabled: false,
    visibility: repository.isPrivate ? 'PRIVATE' : 'PUBLIC',
  };
}

function toRepositoryNode(source: Source): Json {
  const { repository, git } = source;
  const facts = () => readRepositoryFacts(repository);
  return {
    __typename: 'Repository',
    ...toFacts(source),
    createdAt: async () => (await facts()).createdAt,
    pushedAt: async () => (await facts()).pushedAt,
    updatedAt: async () => (await facts()).pushedAt,
    isEmpty: async () => (await git.refs()).refs.length === 0,
    defaultBranchRef: async () =>
      findRefNode(source, `refs/heads/${(await git.refs()).defaultBranch}`),
    object: (args: ObjectArgs) => findObject(source, args),
    ref: ({ qualifiedName }: { qualifiedName: string }) => findRefNode(source, qualifiedName),
    refs: (args: RefsArgs) => listRefNodes(source, args),
    pullRequest: ({ number }: { number: number }) => getPull(source, number),
    pullRequests: (args: PullArgs) => listPullNodes(source, args),
    deployments: (args: DeploymentArgs) => listDeploymentNodes(source, args),
  };
}

/** A repository by its name of today or before; what the caller may not see does not exist. */
export async function getRepositoryNode(
  host: Host,
  actor: Actor,
  { owner, name }: { owner: string; name: string },
): Promise<Json> {
  const found = findRepository(host, `${owner}/${name}`);
  if (!found || !canSee(actor, found.repository)) {
    throw new Refusal(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${owner}/${name}'.`,
    );
  }
  const { repository }: { repository: HostedRepository } = found;
  const missing = findMissingSso(host, actor, repository.owner);
  if (missing !== null) {
    throw new Refusal('FORBIDDEN', ssoProblem(missing).message, {
      extensions: { saml_failure: true },
    });
  }
  return toRepositoryNode({
    host,
    repository,
    git: await repository.git(),
    canReadCheckRuns: canReadCheckRuns(actor, repository),
  });
}
