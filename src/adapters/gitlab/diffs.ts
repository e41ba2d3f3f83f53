import { Commits, Repositories } from '@gitbeaker/rest';

import type { Commit } from '../../domain/commit';
import { isMerge } from '../../domain/commit';
import { toDiffFact, toPatchId, type DiffFact } from '../../domain/presence/diff-fact';
import type { CombinedFact, Span } from '../../domain/presence/presence-facts';
import { readWholeDiff } from '../../domain/presence/whole-diff';
import type { DiffsAsk, ListedDiffs } from '../../ports/code-host';
import { inTurns } from '../in-turns';
import { nextPage, pageOf } from './address';
import type { GitLabClient } from './client';
import { readBlobs, type Files } from './files';
import { aliasAt, diffsQuery, toVariables } from './queries';
import type { GitLabDiff, ListedDiff } from './schema';
import { GitLabCommitDiffs, GitLabComparison, GitLabDiffs, GitLabSizedCommit } from './schema';
import { isBinary, isCut, toUnifiedDiff, type BlobPair } from './unified-diff';

/** Two calls when nothing is large or binary; a slice stops behind fifty. */
export const DIFFS_PER_QUESTION = 20;

/** "This field can only be resolved for 10 diffs in any single request." */
const COMMITS_PER_QUERY = 10;

/** From here on GitLab may leave files out without a word, by whatever limits its owner set. */
const LARGE = { files: 100, lines: 5000 };
const MOST_PAGES = 10;
const MOST_BINARIES = 50;

type Entries = readonly GitLabDiff[];
type Ends = { base: string | null; head: string };
const UNREAD: DiffFact = { status: 'unread' };

/**
 * What commits changed against their parent, rebuilt from GitLab's lists of files. Text that is not
 * UTF-8 is `unread`, for GitLab rewrites it, and so is a merge. A file that moved and changed has an
 * identity of its own: GitLab does not tell the similarity that git's has in it.
 *
 * Source: GraphQL `Commit.diffs`, https://docs.gitlab.com/api/graphql/reference/#commit;
 *         GET /projects/:id/repository/commits/:sha/diff, https://docs.gitlab.com/api/commits/#get-commit-diff;
 *         https://docs.gitlab.com/administration/diff_limits/
 * Limits: a call for each ten commits, and one more for each ten of which it lists no file: two answers
 *         make an empty commit. One more, or a page more for each 100 files, for a commit of
 *         which GraphQL does not show that all is told: an empty file, collapsed or over 100 files or
 *         5,000 lines; over these the size of the commit must be as GitLab counts it, one call more.
 *         One more for a commit with binary files. `unread` when GitLab cut it still.
 * Errors: `not-found` when the project is missing or hidden. A sha that it does not have is absent.
 */
export async function listDiffs(
  client: GitLabClient,
  path: string,
  { commits }: DiffsAsk,
): Promise<ListedDiffs> {
  const wanted = commits.filter((commit) => !isMerge(commit));
  const first = await listInTens(client, path, wanted);
  const bare = wanted.filter(({ sha }) => first.get(sha)?.length === 0);
  bare.forEach(({ sha }) => first.delete(sha));
  const entries = new Map([...first, ...(await listInTens(client, path, bare))]);
  const facts = await inTurns(wanted, async (commit) => {
    const fact = await toFact(client, path, { commit, entries: entries.get(commit.sha) });
    return [commit.sha, fact] as const;
  });
  const merges = commits.filter(isMerge).map(({ sha }) => [sha, UNREAD] as const);
  const known = facts.flatMap(([sha, fact]) => (fact === null ? [] : [[sha, fact] as const]));
  return { status: 'read', diffs: new Map([...merges, ...known]) };
}

async function listInTens(
  client: GitLabClient,
  path: string,
  commits: readonly Commit[],
): ReturnType<typeof listEntries> {
  const tens = Array.from({ length: Math.ceil(commits.length / COMMITS_PER_QUERY) }, (_, at) =>
    commits.slice(at * COMMITS_PER_QUERY, (at + 1) * COMMITS_PER_QUERY),
  );
  const listed = await inTurns(tens, (some) => listEntries(client, path, some));
  return new Map(listed.flatMap((one) => [...one]));
}

/** By commit; `null`: there is no such commit. What GraphQL does not answer is not in it. */
async function listEntries(
  client: GitLabClient,
  path: string,
  commits: readonly Commit[],
): Promise<Map<string, Entries | null>> {
  const about = { what: 'what commits changed', path };
  const answer = await client.query({
    text: diffsQuery(commits.length),
    variables: { path, ...toVariables(commits.map(({ sha }) => sha)) },
    schema: GitLabCommitDiffs,
    about,
  });
  if (answer === null) return new Map();
  const { project } = answer;
  if (project === null) throw client.missing(about);
  return new Map(
    commits.map(({ sha }, index) => {
      const found = project.repository[aliasAt(index)];
      return [sha, found ? found.diffs.map(toEntry) : null];
    }),
  );
}

const toEntry = (one: ListedDiff): GitLabDiff => ({
  old_path: one.oldPath,
  new_path: one.newPath,
  a_mode: one.aMode,
  b_mode: one.bMode,
  new_file: one.newFile,
  renamed_file: one.renamedFile,
  deleted_file: one.deletedFile,
  diff: one.diff,
});

/** `null`: there is no such commit. */
async function toFact(
  client: GitLabClient,
  path: string,
  { commit, entries }: { commit: Commit; entries: Entries | null | undefined },
): Promise<DiffFact | null> {
  if (entries === null) return null;
  const files = isSure(entries) ? entries : await readEntries(client, path, commit.sha);
  if (files === null) return null;
  const ends = { base: commit.parents[0] ?? null, head: commit.sha };
  const diff = files === 'unread' ? null : await toDiff(client, path, { files, ends });
  return diff === null ? UNREAD : toDiffFact(diff);
}

const isSure = (entries: Entries | undefined): entries is Entries =>
  entries !== undefined && !isLarge(entries) && !entries.some(isCut);

const isLarge = (entries: Entries): boolean =>
  entries.length >= LARGE.files ||
  entries.reduce((sum, { diff }) => sum + diff.split('\n').length, 0) >= LARGE.lines;

/** Every page of the files of one commit, in full; `null` when there is no such commit. */
async function readEntries(
  client: GitLabClient,
  path: string,
  sha: string,
): Promise<Entries | 'unread' | null> {
  const files: GitLabDiff[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const page = { ...pageOf(cursor) };
    const answer: Awaited<ReturnType<typeof readPage>> = await readPage(client, path, {
      sha,
      page,
    });
    if (answer === null) return null;
    files.push(...answer.value);
    cursor = nextPage(answer.headers);
    if (cursor === null) break;
  }
  if (cursor !== null || files.some(isCut)) return 'unread';
  return !isLarge(files) || (await isCounted(client, path, { sha, files })) ? files : 'unread';
}

const readPage = (
  client: GitLabClient,
  path: string,
  { sha, page }: { sha: string; page: object },
): ReturnType<typeof client.getUnless<GitLabDiff[]>> =>
  client.getUnless(404, {
    call: (settings) => new Commits(settings).showDiff(path, sha, page),
    schema: GitLabDiffs,
    about: { what: `what ${sha} changed`, path },
  });

/** Whether the files have as many lines as GitLab counts. */
async function isCounted(
  client: GitLabClient,
  path: string,
  { sha, files }: { sha: string; files: Entries },
): Promise<boolean> {
  const { value } = await client.get({
    call: (settings) => new Commits(settings).show(path, sha),
    schema: GitLabSizedCommit,
    about: { what: `commit ${sha}`, path },
  });
  const whole = readWholeDiff(files.map((file) => toUnifiedDiff(file, undefined)).join(''));
  return whole?.insertions === value.stats.additions && whole.deletions === value.stats.deletions;
}

/** The diff in one text; `null` when it is not whole, or the ids of binary files are not told. */
async function toDiff(
  client: GitLabClient,
  path: string,
  { files, ends }: { files: Entries; ends: Ends },
): Promise<string | null> {
  const binaries = files.filter(isBinary);
  if (binaries.length > MOST_BINARIES) return null;
  const blobs = await readPairs(client, path, { binaries, ends });
  if (binaries.some((file) => !blobs.has(file))) return null;
  const text = files.map((file) => toUnifiedDiff(file, blobs.get(file))).join('');
  const whole = readWholeDiff(text);
  return whole?.rest === '' ? whole.diff : null;
}

/** Blob ids of binary files, of which the list of files tells nothing. */
async function readPairs(
  client: GitLabClient,
  path: string,
  { binaries, ends }: { binaries: Entries; ends: Ends },
): Promise<Map<GitLabDiff, BlobPair>> {
  if (binaries.length === 0) return new Map();
  const { base, head } = ends;
  const answers = await readBlobs(client, path, [
    { sha: head, paths: binaries.map((file) => file.new_path) },
    ...(base === null ? [] : [{ sha: base, paths: binaries.map((file) => file.old_path) }]),
  ]);
  const [there, before] = answers ?? [];
  return new Map(
    binaries.flatMap((file): [GitLabDiff, BlobPair][] => {
      const pair = {
        before: blobIn(before, file.new_file ? null : file.old_path),
        after: blobIn(there, file.deleted_file ? null : file.new_path),
      };
      return pair.before === 'unread' || pair.after === 'unread' ? [] : [[file, pair]];
    }),
  );
}

const blobIn = (files: Files | undefined, path: string | null): string | null =>
  path === null ? null : (files?.get(path)?.blob ?? 'unread');

/**
 * The patch identity of all that lies between two commits, the first an ancestor of the second.
 *
 * Source: GET /projects/:id/repository/compare, https://docs.gitlab.com/api/repositories/#compare-branches-tags-or-commits
 * Limits: one call, one more with binary files. `unread` when GitLab cut something, took too long, or
 *         may have left files out: from 100 files or 5,000 lines on.
 * Errors: `not-found` when the project or one of the commits is missing or hidden.
 */
export async function readCombined(
  client: GitLabClient,
  path: string,
  { base, head }: Span,
): Promise<CombinedFact> {
  const { value } = await client.get({
    call: (settings) => new Repositories(settings).compare(path, base, head, { straight: true }),
    schema: GitLabComparison,
    about: { what: `what lies between ${base} and ${head}`, path },
  });
  const files = value.diffs;
  const isWhole = !value.compare_timeout && isSure(files);
  const diff = isWhole ? await toDiff(client, path, { files, ends: { base, head } }) : null;
  return diff === null ? { status: 'unread' } : { status: 'known', patchId: toPatchId(diff) };
}
