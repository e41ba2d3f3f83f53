import type { GitCommit } from '../../git/git-commit';
import { addressOf, getCommit, pageOf, placeOf, queryOf, setHeaders } from '../env';
import type { App, Ask } from '../env';
import { readPipelines } from '../hosted-pipelines';
import { pageStart, readPage, uncountedHeaders } from '../paging';
import { invalid } from '../problem';
import { listRevision } from '../revision';
import { toCommit } from '../shapes/commit';
import { toDiffs } from '../shapes/diff';
import { toPipeline, toStatus } from '../shapes/pipeline';

function instantOf(ask: Ask, name: string): number | undefined {
  const text = queryOf(ask, name);
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw invalid(`${name} is invalid`);
  return instant;
}

/** By committer date, both ends counted. */
async function narrow(ask: Ask, shas: readonly string[]): Promise<readonly string[]> {
  const [since, until] = [instantOf(ask, 'since'), instantOf(ask, 'until')];
  if (since === undefined && until === undefined) return shas;
  const isWithin = ({ committer }: GitCommit): boolean => {
    const at = Date.parse(committer.date);
    return at >= (since ?? at) && at <= (until ?? at);
  };
  return (await ask.var.git.commits(shas)).filter(isWithin).map(({ sha }) => sha);
}

async function listShas(ask: Ask): Promise<readonly string[]> {
  const { git } = ask.var;
  const isWhole = queryOf(ask, 'all') === 'true';
  const shas = isWhole
    ? await git.wholeHistory()
    : await listRevision(git, queryOf(ask, 'ref_name') ?? 'HEAD', queryOf(ask, 'path'));
  return narrow(ask, shas);
}

async function listCommits(ask: Ask): Promise<Response> {
  const page = readPage(new URL(ask.req.url));
  const shas = await listShas(ask);
  const commits = await ask.var.git.page(shas, pageStart(page), page.perPage);
  setHeaders(ask, uncountedHeaders(addressOf(ask), page, commits.length));
  return ask.json(commits.map((commit) => toCommit(placeOf(ask), commit)));
}

/** One commit with its size against its first parent and what its newest pipeline came to. */
async function sendCommit(ask: Ask): Promise<Response> {
  const { git, project } = ask.var;
  const commit = await getCommit(ask);
  const files = await git.changedFiles(commit.parents[0] ?? null, commit.sha);
  const [pipeline] = await readPipelines(project, [commit.sha]);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return ask.json({
    ...toCommit(placeOf(ask), commit),
    stats: { additions, deletions, total: additions + deletions },
    status: pipeline?.status ?? null,
    project_id: project.id,
    last_pipeline: pipeline ? toPipeline(placeOf(ask), pipeline) : null,
  });
}

async function sendDiff(ask: Ask): Promise<Response> {
  const commit = await getCommit(ask);
  const files = await ask.var.git.changedFiles(commit.parents[0] ?? null, commit.sha);
  return ask.json(pageOf(ask, toDiffs(files)));
}

/** The branches and tags that hold a commit. */
async function listRefs(ask: Ask): Promise<Response> {
  const { git } = ask.var;
  const { sha } = await getCommit(ask);
  const wanted = queryOf(ask, 'type') ?? 'all';
  if (!['branch', 'tag', 'all'].includes(wanted)) throw invalid('type does not have a valid value');
  const named = (await git.refs()).refs.flatMap((ref) => {
    const [, folder, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref.name) ?? [];
    const type = folder === 'heads' ? 'branch' : 'tag';
    return name !== undefined && (wanted === 'all' || wanted === type)
      ? [{ type, name, head: ref.sha }]
      : [];
  });
  const holds = await Promise.all(
    named.map(async ({ head }) => (await git.history(head)).includes(sha)),
  );
  const found = named.filter((_, index) => holds[index]).map(({ type, name }) => ({ type, name }));
  return ask.json(pageOf(ask, found));
}

/** `Enums::Ci::Pipeline.dangling_sources`, some of them. */
const DANGLING = ['webide', 'parent_pipeline', 'ondemand_dast_scan', 'container_registry_push'];

/** The jobs of a commit's pipelines but those that do not speak for it, in the order of their ids. */
async function listStatuses(ask: Ask): Promise<Response> {
  const { sha } = await getCommit(ask);
  const pipelines = await readPipelines(ask.var.project, [sha]);
  const [ref, name] = [queryOf(ask, 'ref'), queryOf(ask, 'name')];
  const statuses = pipelines
    .filter(({ source }) => !DANGLING.includes(source))
    .filter((pipeline) => ref === undefined || pipeline.ref === ref)
    .flatMap((pipeline) => pipeline.jobs.map((job) => ({ pipeline, job })))
    .filter(({ job }) => name === undefined || job.name === name)
    .sort((one, other) => one.job.id - other.job.id);
  return ask.json(
    pageOf(ask, statuses).map(({ pipeline, job }) => toStatus(placeOf(ask), pipeline, job)),
  );
}

/** GET …/repository/commits, one commit and what hangs on it. A ref with slashes comes encoded. */
export function addCommitRoutes(app: App): void {
  app.get('/projects/:id/repository/commits', listCommits);
  app.get('/projects/:id/repository/commits/:sha', sendCommit);
  app.get('/projects/:id/repository/commits/:sha/diff', sendDiff);
  app.get('/projects/:id/repository/commits/:sha/refs', listRefs);
  app.get('/projects/:id/repository/commits/:sha/statuses', listStatuses);
}
