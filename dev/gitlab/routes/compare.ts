import { placeOf, queryOf } from '../env';
import type { App, Ask } from '../env';
import { Problem, invalid, notFound } from '../problem';
import { toCommit } from '../shapes/commit';
import { toDiffs } from '../shapes/diff';
import { projectPage } from '../shapes/project';

function wanted(ask: Ask, name: string): string {
  const value = queryOf(ask, name);
  if (value === undefined) throw invalid(`${name} is missing`);
  return value;
}

/** What `to` has and `from` has not; the diff is from where they parted, or straight when asked so. */
async function compare(ask: Ask): Promise<Response> {
  const { git, host, project } = ask.var;
  const [from, to] = [wanted(ask, 'from'), wanted(ask, 'to')];
  const [base, head] = await Promise.all([git.resolve(from), git.resolve(to)]);
  if (base === undefined || head === undefined) throw notFound('Ref');
  const commits = await git.commits((await git.range(base, head)).toReversed());
  const start = queryOf(ask, 'straight') === 'true' ? base : await git.mergeBase(base, head);
  const files = await git.changedFiles(start ?? null, head);
  const last = commits.at(-1);
  return ask.json({
    commit: last ? toCommit(placeOf(ask), last) : null,
    commits: commits.map((commit) => toCommit(placeOf(ask), commit)),
    diffs: toDiffs(files),
    compare_timeout: false,
    compare_same_ref: base === head,
    web_url: `${projectPage(host, project)}/-/compare/${base}...${head}`,
  });
}

async function findMergeBase(ask: Ask): Promise<Response> {
  const { git } = ask.var;
  const refs = ask.req.queries('refs[]') ?? [];
  if (refs.length < 2) throw new Problem(400, 'Provide at least 2 refs');
  const shas = await Promise.all(
    refs.map(async (ref) => {
      const sha = await git.resolve(ref);
      if (sha === undefined) throw new Problem(400, `Could not find ref: ${ref}`);
      return sha;
    }),
  );
  let common = shas[0];
  for (const sha of shas.slice(1)) {
    common = common === undefined ? undefined : await git.mergeBase(common, sha);
  }
  const [commit] = common === undefined ? [] : await git.commits([common]);
  if (!commit) throw notFound('Merge Base');
  return ask.json(toCommit(placeOf(ask), commit));
}

export function addCompareRoutes(app: App): void {
  app.get('/projects/:id/repository/compare', compare);
  app.get('/projects/:id/repository/merge_base', findMergeBase);
}
