import type { Commit } from '../../domain/commit';
import { isMerge } from '../../domain/commit';
import { toDiffFact, toPatchId, type DiffFact } from '../../domain/presence/diff-fact';
import type { CombinedFact, Span } from '../../domain/presence/presence-facts';
import { readWholeDiff } from '../../domain/presence/whole-diff';
import type { DiffsAsk, ListedDiffs } from '../../ports/code-host';
import { ProviderError } from '../../ports/provider-error';
import { inTurns } from '../in-turns';
import { inRoute } from './address';
import { readChangedFiles } from './changed-files';
import type { GitHubClient } from './client';
import { statusOf } from './client';
import { readMailbox } from './mailbox';
import { GitHubGitCommit } from './schema';

/** One comparison as JSON tells of 250 commits; as a patch GitHub does not say. */
export const DIFFS_PER_QUESTION = 200;

/** How many commits that a patch of many does not prove are asked for one by one. */
const MOST_SINGLES = 10;

const EMPTY_TREES = ['4b825dc642cb6eb9a060e54bf8d69288fbee4904'];

type Facts = Map<string, DiffFact>;

/**
 * What commits changed against their parent: of a range in one patch of all; what that does not prove,
 * and one commit alone, by itself. A commit with its parent's tree is empty and needs no call. A merge
 * is `unread`.
 *
 * Source: GET /repos/{owner}/{repo}/compare/{basehead} as `application/vnd.github.patch`,
 *         GET /repos/{owner}/{repo}/commits/{ref} as `application/vnd.github.diff`,
 *         https://docs.github.com/rest/commits/commits#compare-two-commits
 * Limits: one call for a range, and one for each commit that it left out, ten at most; two more for a
 *         commit that looks empty and whose parent is not among those asked for. GitHub refuses what
 *         has over 20,000 lines, 1 MB or 300 files (406), or fails (5xx); one call more then tells
 *         that from an outage. `too-large` for several commits, `unread` for one; its files are then told
 *         by two trees (see `readChangedFiles`).
 * Errors: `not-found` when the repository is missing or hidden; else as `createGitHub`. A sha that the
 *         repository does not have (422) is absent from the answer.
 */
export async function listDiffs(
  client: GitHubClient,
  path: string,
  ask: DiffsAsk,
): Promise<ListedDiffs> {
  const diffs = toldByTrees(ask.commits);
  const wanted = ask.commits.filter(({ sha }) => !diffs.has(sha));
  const isRange = ask.base !== null && wanted.length > 1;
  const found = isRange ? await readRange(client, path, ask) : NOTHING;
  if (found === 'too-large') return { status: 'too-large' };
  for (const { sha } of wanted) putUnlessAbsent(diffs, sha, found.get(sha) ?? null);
  const left = wanted.filter(({ sha }) => !diffs.has(sha));
  if (left.length > MOST_SINGLES) return { status: 'too-large' };
  const singles = await inTurns(left, (commit) => readSingle(client, path, commit));
  left.forEach(({ sha }, at) => {
    putUnlessAbsent(diffs, sha, singles[at] ?? null);
  });
  return { status: 'read', diffs };
}

function putUnlessAbsent(diffs: Facts, sha: string, fact: DiffFact | null): void {
  if (fact !== null) diffs.set(sha, fact);
}

const NOTHING: Facts = new Map();
const UNREAD: DiffFact = { status: 'unread' };
const TOO_LARGE: DiffFact = { status: 'unread', isTooLarge: true };
const EMPTY: DiffFact = toDiffFact('');

/** What needs no question: merges, and commits that have the tree of their parent. */
function toldByTrees(commits: readonly Commit[]): Facts {
  const trees = new Map(commits.map(({ sha, tree }) => [sha, tree]));
  const isEmpty = ({ tree, parents: [parent = ''] }: Commit): boolean =>
    tree !== null && tree === trees.get(parent);
  return new Map(
    commits.flatMap((commit): [string, DiffFact][] => {
      if (isMerge(commit)) return [[commit.sha, UNREAD]];
      return isEmpty(commit) ? [[commit.sha, EMPTY]] : [];
    }),
  );
}

/** The diffs that the patch of a range proves. */
async function readRange(
  client: GitHubClient,
  path: string,
  { base, head, commits }: DiffsAsk,
): Promise<Facts | 'too-large'> {
  const answer = await readText(client, path, {
    route: COMPARE,
    parameters: { basehead: `${base}...${head}` },
    form: 'patch',
    head,
  });
  if (answer.status === 'too-large') return 'too-large';
  const { diffs } = readMailbox(answer.text, commits);
  return new Map([...diffs].map(([sha, diff]) => [sha, toFact(diff)]));
}

const toFact = (diff: string): DiffFact => toDiffFact(Buffer.from(diff, 'latin1'));

/** `null`: GitHub does not know the commit. */
async function readSingle(
  client: GitHubClient,
  path: string,
  commit: Commit,
): Promise<DiffFact | null> {
  const answer = await readText(client, path, {
    route: 'GET /repos/{owner}/{repo}/commits/{ref}',
    parameters: { ref: commit.sha },
    form: 'diff',
    head: commit.sha,
  });
  if (answer.status === 'unknown') return null;
  const diff = wholeDiffOf(answer);
  if (diff) return toFact(diff);
  if (diff === '' && (await isEmptyCommit(client, path, commit))) return EMPTY;
  const paths = await readChangedFiles(client, path, commit);
  return { ...(answer.isRefused ? TOO_LARGE : UNREAD), ...(paths && { paths }) };
}

/** `null` when GitHub did not send it whole. */
function wholeDiffOf(answer: Text): string | null {
  const whole = answer.status === 'read' ? readWholeDiff(answer.text) : null;
  return whole?.rest === '' ? whole.diff : null;
}

async function isEmptyCommit(
  client: GitHubClient,
  path: string,
  { sha, tree, parents: [parent] }: Commit,
): Promise<boolean> {
  const own = tree ?? (await readTree(client, path, sha));
  return parent === undefined
    ? EMPTY_TREES.includes(own)
    : own === (await readTree(client, path, parent));
}

async function readTree(client: GitHubClient, path: string, sha: string): Promise<string> {
  const { value } = await client.get({
    route: 'GET /repos/{owner}/{repo}/git/commits/{sha}',
    parameters: { ...inRoute(path), sha },
    schema: GitHubGitCommit,
    about: { what: `commit ${sha}`, path },
  });
  return value.tree.sha;
}

/**
 * The patch identity of all that lies between two commits, the first an ancestor of the second.
 *
 * Source: GET /repos/{owner}/{repo}/compare/{basehead} as `application/vnd.github.diff`,
 *         https://docs.github.com/rest/commits/commits#compare-two-commits
 * Limits: as `listDiffs`; two calls more when nothing lies between them.
 * Errors: `not-found` when the repository or one of the commits is missing or hidden.
 */
export async function readCombined(
  client: GitHubClient,
  path: string,
  { base, head }: Span,
): Promise<CombinedFact> {
  const ask = { parameters: { basehead: `${base}...${head}` }, route: COMPARE, head };
  const answer = await readText(client, path, { ...ask, form: 'diff' });
  const diff = wholeDiffOf(answer);
  if (diff === null) return { status: 'unread' };
  const patchId = toPatchId(Buffer.from(diff, 'latin1'));
  if (patchId !== null) return { status: 'known', patchId };
  const trees = await inTurns([base, head], (sha) => readTree(client, path, sha));
  return trees[0] === trees[1] ? { status: 'known', patchId } : { status: 'unread' };
}

const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}';

type TextAsk = {
  route: string;
  parameters: Record<string, string>;
  form: 'diff' | 'patch';
  head: string;
};

/** `text` has one character per byte. `isRefused`: GitHub itself says that it is too large (406). */
type Text = { isRefused: boolean } & (
  { status: 'read'; text: string } | { status: 'too-large' | 'unknown'; text: '' }
);

async function readText(
  client: GitHubClient,
  path: string,
  { route, parameters, form, head }: TextAsk,
): Promise<Text> {
  const about = { what: `what ${head} changed`, path };
  const ask = { route, parameters: { ...inRoute(path), ...parameters }, form, about };
  try {
    const bytes = await client.getBytes(ask);
    return { isRefused: false, status: 'read', text: Buffer.from(bytes).toString('latin1') };
  } catch (error) {
    // A range whose ends are gone (404) tells nothing of the commits that were in it.
    const isUnknown = statusOf(error) === 422 || (form === 'patch' && statusOf(error) === 404);
    if (isUnknown) return { isRefused: false, status: 'unknown', text: '' };
    // Tells a diff that GitHub cannot make from a GitHub that is down.
    if (isFailing(error)) await readTree(client, path, head);
    else if (statusOf(error) !== 406) throw error;
    return { isRefused: statusOf(error) === 406, status: 'too-large', text: '' };
  }
}

const isFailing = (error: unknown): boolean =>
  error instanceof ProviderError &&
  error.failure.kind === 'unavailable' &&
  error.failure.status !== null;
