import type { GitCommit } from '../../git/git-commit';
import { mediaTypeOf, pageOf, placeOf, queryOf, sendText } from '../env';
import type { App, Ask } from '../env';
import { Problem, notFound } from '../problem';
import { toCommit, toFiles } from '../shapes/commit';
import { repositoryPage, repositoryUrl } from '../shapes/repository';
import type { Json } from '../shapes/user';

const MOST_COMMITS_UNPAGED = 250;
const MOST_FILES = 300;
const LONGEST_DIFF_LINES = 20_000;

type Range = { base: string; head: string; mergeBase: string };

/** `main...release/test`; a name may carry its owner, `acme:main`. */
async function readRange(ask: Ask): Promise<Range & { label: string }> {
  const label = ask.req.param('basehead') ?? '';
  const names = label.split('...').map((name) => name.replace(/^[\w.-]+:/, ''));
  const [base, head] = await Promise.all(names.map((name) => ask.var.git.resolve(name)));
  if (names.length !== 2 || base === undefined || head === undefined) throw notFound();
  const mergeBase = await ask.var.git.mergeBase(base, head);
  if (mergeBase === undefined) {
    throw new Problem(404, `No common ancestor between ${names.join(' and ')}.`);
  }
  return { base, head, mergeBase, label };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

/** Oldest first; unpaged, the newest 250. */
function shasToShow(ask: Ask, ahead: readonly string[]): string[] {
  const oldestFirst = [...ahead].reverse();
  const isPaged = queryOf(ask, 'page') !== undefined || queryOf(ask, 'per_page') !== undefined;
  return isPaged ? pageOf(ask, oldestFirst) : oldestFirst.slice(-MOST_COMMITS_UNPAGED);
}

async function filesOf(ask: Ask, { mergeBase, head }: Range): Promise<Json[]> {
  if (Number(queryOf(ask, 'page') ?? 1) > 1) return [];
  const files = await ask.var.git.changedFiles(mergeBase, head);
  return toFiles(placeOf(ask), head, files.slice(0, MOST_FILES));
}

function addressesOf(ask: Ask, { base, head, label }: Range & { label: string }): Json {
  const { host, repository } = ask.var;
  const page = `${repositoryPage(host, repository)}/compare`;
  const named = `${page}/${encodeURIComponent(label)}`;
  const short = (sha: string): string => `${repository.owner}:${sha.slice(0, 7)}`;
  return {
    url: `${repositoryUrl(host, repository)}/compare/${encodeURIComponent(label)}`,
    html_url: named,
    permalink_url: `${page}/${short(base)}...${short(head)}`,
    diff_url: `${named}.diff`,
    patch_url: `${named}.patch`,
  };
}

async function toComparison(ask: Ask, range: Range & { label: string }): Promise<Json> {
  const { git } = ask.var;
  const [ahead, behind] = await Promise.all([
    git.range(range.base, range.head),
    git.range(range.head, range.base),
  ]);
  const [commits, ends, files] = await Promise.all([
    git.commits(shasToShow(ask, ahead)),
    git.commits([range.base, range.mergeBase]),
    filesOf(ask, range),
  ]);
  const show = (commit: GitCommit): Json => toCommit(placeOf(ask), commit);
  const end = (sha: string): Json[] => ends.filter((commit) => commit.sha === sha).map(show);
  return {
    ...addressesOf(ask, range),
    base_commit: end(range.base)[0],
    merge_base_commit: end(range.mergeBase)[0],
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: commits.map(show),
    files,
  };
}

/**
 * GitHub refuses to send a diff of more than 20,000 lines or 300 files as text.
 *
 * Source: https://docs.github.com/repositories/creating-and-managing-repositories/repository-limits#diff-limits
 */
export async function refuseLongDiff(ask: Ask, base: string | null, head: string): Promise<void> {
  const files = await ask.var.git.changedFiles(base, head);
  const lines = files.reduce((sum, file) => sum + file.additions + file.deletions, 0);
  if (lines <= LONGEST_DIFF_LINES && files.length <= MOST_FILES) return;
  const most =
    lines > LONGEST_DIFF_LINES ? `lines (${LONGEST_DIFF_LINES})` : `files (${MOST_FILES})`;
  const message = `Sorry, the diff exceeded the maximum number of ${most}`;
  throw new Problem(406, message, { details: { errors: [{ code: 'too_large', field: 'diff' }] } });
}

async function compare(ask: Ask): Promise<Response> {
  const range = await readRange(ask);
  const type = mediaTypeOf(ask);
  if (type === 'json' || type === 'sha') return ask.json(await toComparison(ask, range));
  await refuseLongDiff(ask, range.mergeBase, range.head);
  const { git } = ask.var;
  const text =
    type === 'diff'
      ? git.diff(range.mergeBase, range.head)
      : git.patch(range.mergeBase, range.head);
  return sendText(ask, type, await text);
}

/** GET …/compare/{base}...{head} */
export function addCompareRoutes(app: App): void {
  app.get('/repos/:owner/:repo/compare/:basehead{.+}', compare);
}
