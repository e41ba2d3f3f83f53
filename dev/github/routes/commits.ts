import type { GitCommit } from '../../git/git-commit';
import type { GitReader } from '../../git/git-reader';
import {
  addressOf,
  getSha,
  mediaTypeOf,
  pageOf,
  placeOf,
  queryOf,
  refuseEmpty,
  sendText,
  urlOf,
} from '../env';
import type { App, Ask } from '../env';
import { toLink } from '../paging';
import { notFound } from '../problem';
import { toCommit, toFiles } from '../shapes/commit';
import type { Json } from '../shapes/user';
import { sendChecksOf, suffixOf } from './checks';
import { refuseLongDiff } from './compare';

const FILES_PER_PAGE = 300;
const MOST_FILES = 3000;

function isWithin(
  commit: GitCommit,
  since: string | undefined,
  until: string | undefined,
): boolean {
  const at = Date.parse(commit.committer.date);
  const isLateEnough = since === undefined || at >= Date.parse(since);
  return isLateEnough && (until === undefined || at <= Date.parse(until));
}

/** Shas from `sha` on, narrowed by `path`, `since` and `until` (both by committer date, inclusive). */
async function listShas(ask: Ask, git: GitReader, sha: string): Promise<readonly string[]> {
  const shas = await git.history(sha, queryOf(ask, 'path'));
  const [since, until] = [queryOf(ask, 'since'), queryOf(ask, 'until')];
  if (since === undefined && until === undefined) return shas;
  const commits = await git.commits(shas);
  return commits.filter((commit) => isWithin(commit, since, until)).map((commit) => commit.sha);
}

async function listCommits(ask: Ask): Promise<Response> {
  const { git } = ask.var;
  const start = await git.resolve(queryOf(ask, 'sha') ?? 'HEAD');
  if (start === undefined) {
    await refuseEmpty(git);
    throw notFound();
  }
  const shas = await listShas(ask, git, start);
  const wanted = pageOf(ask, shas);
  const commits = await git.page(shas, shas.indexOf(wanted[0] ?? ''), wanted.length);
  return ask.json(commits.map((commit) => toCommit(placeOf(ask), commit)));
}

async function readCommit(ask: Ask, sha: string): Promise<GitCommit> {
  const [commit] = await ask.var.git.commits([sha]);
  if (!commit) throw notFound();
  return commit;
}

/** One commit with its files against its first parent; 300 files a page, 3000 in all. */
async function toDetailedCommit(ask: Ask, commit: GitCommit): Promise<Json> {
  const { git } = ask.var;
  const files = await git.changedFiles(commit.parents[0] ?? null, commit.sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const perPage = Math.min(Number(queryOf(ask, 'per_page')) || FILES_PER_PAGE, FILES_PER_PAGE);
  const page = Math.max(Number(queryOf(ask, 'page')) || 1, 1);
  const known = files.slice(0, MOST_FILES);
  const link = toLink(addressOf(ask), { page, perPage }, known.length);
  if (link !== undefined) ask.header('link', link);
  return {
    ...toCommit(placeOf(ask), commit),
    stats: { total: additions + deletions, additions, deletions },
    files: toFiles(placeOf(ask), commit.sha, known).slice((page - 1) * perPage, page * perPage),
  };
}

async function sendCommit(ask: Ask, ref: string): Promise<Response> {
  const { git } = ask.var;
  const commit = await readCommit(ask, await getSha(ask, ref));
  const type = mediaTypeOf(ask);
  if (type === 'sha') return sendText(ask, type, commit.sha);
  if (type === 'json') return ask.json(await toDetailedCommit(ask, commit));
  await refuseLongDiff(ask, commit.parents[0] ?? null, commit.sha);
  if (type === 'patch') return sendText(ask, type, await git.patch(null, commit.sha));
  return sendText(ask, type, await git.diff(commit.parents[0] ?? null, commit.sha));
}

/** A ref may hold slashes, so what is asked of it is told by the end of the path. */
async function answerCommitPath(ask: Ask): Promise<Response> {
  const { ref, suffix } = suffixOf(ask.req.param('rest') ?? '', urlOf(ask));
  return suffix === null ? sendCommit(ask, ref) : sendChecksOf(ask, ref, suffix);
}

/** GET …/commits, …/commits/{ref} and what hangs below a commit. */
export function addCommitRoutes(app: App): void {
  app.get('/repos/:owner/:repo/commits', listCommits);
  app.get('/repos/:owner/:repo/commits/:rest{.+}', answerCommitPath);
}
