import { execute, getOperationAST, GraphQLError, Kind, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionResult, FragmentDefinitionNode } from 'graphql';
import { z } from 'zod';
import { createBoundedMap } from '../../git/bounded-map';
import type { GitReader } from '../../git/git-reader';
import { canRead, canSee } from '../actor';
import type { Actor } from '../actor';
import type { App } from '../env';
import { findProject } from '../host';
import type { Host } from '../host';
import { Problem } from '../problem';
import { toDiffs } from '../shapes/diff';
import type { Json } from '../shapes/user';
import { checkComplexity } from './complexity';
import { listMergeRequests } from './merge-requests';
import type { MergeRequestArgs } from './merge-requests';
import { listPipelines, NO_PIPELINES } from './pipelines';
import type { PipelineArgs } from './pipelines';
import { SCHEMA } from './schema';

/** "This field can only be resolved for 10 diffs in any single request." */
const MOST_DIFFS = 10;
/** https://docs.gitlab.com/api/graphql/#limits */
const LONGEST_QUERY = 10_000;
/** Of a page; GitLab lists the first of them. */
const MOST_BLOBS = 100;
const KEPT_DOCUMENTS = 100;

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});
type Body = z.infer<typeof Body>;

type Count = { diffs: number };

async function listDiffs(git: GitReader, sha: string, count: Count): Promise<Json[]> {
  count.diffs += 1;
  if (count.diffs > MOST_DIFFS) {
    throw new GraphQLError('"diffs" field can be requested only for 10 Commit(s) at a time.');
  }
  const [commit] = await git.commits([sha]);
  const files = await git.changedFiles(commit?.parents[0] ?? null, sha);
  return toDiffs(files).map((diff) => ({
    diff: diff.diff,
    aMode: diff.a_mode,
    bMode: diff.b_mode,
    newPath: diff.new_path,
    oldPath: diff.old_path,
    newFile: String(diff.new_file),
    renamedFile: String(diff.renamed_file),
    deletedFile: String(diff.deleted_file),
  }));
}

/** Neither folders nor submodules; what a ref or a path does not name is left out. */
async function listBlobs(git: GitReader, ref: string, paths: readonly string[]): Promise<Json> {
  const sha = await git.resolve(ref);
  const entries = (sha === undefined ? undefined : await git.tree(sha, true)) ?? [];
  return {
    nodes: entries
      .filter(({ type, path }) => type === 'blob' && paths.includes(path))
      .slice(0, MOST_BLOBS)
      .map(({ path, sha: oid, mode }) => ({
        path,
        oid,
        mode,
        name: path.split('/').at(-1),
        rawTextBlob: () => readText(git, oid),
      })),
  };
}

async function readText(git: GitReader, blob: string): Promise<string | null> {
  const bytes = (await git.blob(blob)) ?? new Uint8Array();
  return bytes.subarray(0, 8000).includes(0) ? null : Buffer.from(bytes).toString();
}

const toRepository = (git: GitReader, count: Count): Json => ({
  commit: async ({ ref }: { ref: string }) => {
    const sha = await git.resolve(ref);
    return sha === undefined ? null : { sha, diffs: () => listDiffs(git, sha, count) };
  },
  blobs: ({ ref, paths }: { ref?: string; paths: string[] }) =>
    listBlobs(git, ref ?? 'HEAD', paths),
});

/** By its path of today or before; `null` for what the caller may not see. */
async function openProject(host: Host, actor: Actor, fullPath: string): Promise<Json | null> {
  const found = findProject(host, fullPath);
  if (!found || !canSee(actor, found.project)) return null;
  const { project } = found;
  const isReadable = canRead(actor, project);
  return {
    fullPath: project.path,
    userPermissions: { readProject: true, readCommitStatus: isReadable, downloadCode: isReadable },
    repository: isReadable ? toRepository(await project.git(), { diffs: 0 }) : null,
    pipelines: (args: PipelineArgs) =>
      isReadable ? listPipelines({ host, project }, args) : NO_PIPELINES,
    mergeRequests: (args: MergeRequestArgs) =>
      isReadable ? listMergeRequests(project, args) : { nodes: [] },
  };
}

const documents = createBoundedMap<DocumentNode>(KEPT_DOCUMENTS);

/** Clients ask the same few questions; to check one takes longer than to answer it. */
function readDocument(query: string): { document: DocumentNode; errors: readonly GraphQLError[] } {
  const before = documents.get(query);
  if (before) return { document: before, errors: [] };
  const document = parse(query);
  const errors = validate(SCHEMA, document);
  if (errors.length === 0) documents.set(query, document);
  return { document, errors };
}

/** Asks for what GitLab lets, else an error, with 200 as ever. */
async function answer(host: Host, actor: Actor, body: Body): Promise<ExecutionResult> {
  const { document, errors } = readDocument(body.query);
  const operation = getOperationAST(document);
  if (!operation || errors.length > 0) return { errors };
  const named = document.definitions
    .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
    .map((node) => [node.name.value, node] as const);
  const variables = body.variables ?? {};
  const fragments = Object.fromEntries(named);
  checkComplexity({ schema: SCHEMA, fragments, variables }, operation.selectionSet);
  return execute({
    schema: SCHEMA,
    document,
    variableValues: variables,
    rootValue: {
      project: ({ fullPath }: { fullPath: string }) => openProject(host, actor, fullPath),
    },
  });
}

/** POST /api/graphql: questions of a project's repository. */
export function addGraphQLRoute(app: App): void {
  app.post('/graphql', async (ask) => {
    const body = Body.safeParse(await ask.req.json().catch(() => null));
    if (!body.success) throw new Problem(400, 'Unexpected body');
    if (body.data.query.length > LONGEST_QUERY) throw new Problem(422, 'Query too large');
    const { host, actor } = ask.var;
    try {
      return ask.json(await answer(host, actor, body.data));
    } catch (error) {
      if (error instanceof GraphQLError) return ask.json({ errors: [error] });
      throw error;
    }
  });
}
